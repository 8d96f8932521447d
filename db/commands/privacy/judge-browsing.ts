import 'server-only';
import { eq } from 'drizzle-orm';
import { writeAudit } from '@/db/audit';
import { db } from '@/db/connection';
import { browsingBefore, browsingOfDay } from '@/db/queries/privacy/browsing-of-day';
import { browsingDays, unusualBrowsing } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { derivedId } from '@/lib/kernel/ids';
import { findUnusual } from '@/lib/privacy/unusual-browsing';

/**
 * Judges the looks at personal data of a day that is over, once. Gives how many were unusual, null where the day was judged before.
 * Reading takes no lock; of two workers the second writes nothing.
 */
export async function judgeBrowsing(actor: Actor, day: string, at = new Date()): Promise<number | null> {
  authorise(actor, 'privacy.judge');
  const [judged] = await db().select().from(browsingDays).where(eq(browsingDays.day, day));
  if (judged) return null;
  const looks = await browsingOfDay(actor, day);
  const found = looks.length > 0 ? findUnusual(looks, await browsingBefore(actor, day)) : [];
  return inTransaction(async (tx) => {
    const [own] = await tx.insert(browsingDays).values({ day, judgedAt: at }).onConflictDoNothing().returning();
    if (!own) return null;
    const rows = found.map((one) => ({
      id: derivedId('browsing', day, one.userId, one.role, one.kind),
      ...one,
      foundAt: at,
    }));
    if (rows.length > 0) await tx.insert(unusualBrowsing).values(rows).onConflictDoNothing();
    const subject = { subjectType: 'browsing', subjectId: day, officeId: null } as const;
    await writeAudit(tx, actor, { action: 'privacy.judge', ...subject, details: { results: rows.length } }, at);
    return rows.length;
  });
}
