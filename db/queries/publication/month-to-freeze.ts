import 'server-only';
import { desc, eq } from 'drizzle-orm';
import { db } from '@/db/connection';
import { vintages } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { FREEZE_DAY } from '@/lib/publication/calendar';

/** Whether a month waits to be frozen: it never was, or not since the day of this month on which that is done. */
export async function monthIsToBeFrozen(actor: Actor, month: string, at: Date): Promise<boolean> {
  authorise(actor, 'publication.freeze');
  const [last] = await db()
    .select({ frozenAt: vintages.frozenAt })
    .from(vintages)
    .where(eq(vintages.month, month))
    .orderBy(desc(vintages.number))
    .limit(1);
  if (!last) return true;
  const day = dayOf(at);
  const since = `${day.slice(0, 8)}${String(FREEZE_DAY).padStart(2, '0')}`;
  return day >= since && dayOf(last.frozenAt) < since;
}
