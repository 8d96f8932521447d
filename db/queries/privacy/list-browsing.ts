import 'server-only';
import { desc, isNotNull, isNull, max } from 'drizzle-orm';
import { db } from '@/db/connection';
import { browsingDays, unusualBrowsing } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';

export type BrowsingRow = typeof unusualBrowsing.$inferSelect & {
  /** Nobody answers for the own. */
  readonly isOwn: boolean;
};

/** Days told of at once. */
const TOLD = 200;

/** Days on which somebody looked at unusually many people: those nobody answered for, or those somebody did; the latest first. */
export async function listBrowsing(
  actor: Actor,
  isOpen: boolean,
): Promise<{ readonly rows: readonly BrowsingRow[]; readonly judgedTo: string | null }> {
  authorise(actor, 'privacy.read');
  const { acknowledgedAt, day, id } = unusualBrowsing;
  const [rows, [judged]] = await Promise.all([
    db()
      .select()
      .from(unusualBrowsing)
      .where(isOpen ? isNull(acknowledgedAt) : isNotNull(acknowledgedAt))
      .orderBy(desc(day), desc(id))
      .limit(TOLD),
    db()
      .select({ to: max(browsingDays.day) })
      .from(browsingDays),
  ]);
  return { rows: rows.map((row) => ({ ...row, isOwn: row.userId === actor.id })), judgedTo: judged?.to ?? null };
}

/** How many days wait for an answer. */
export async function countOpenBrowsing(actor: Actor): Promise<number> {
  authorise(actor, 'privacy.read');
  return db().$count(unusualBrowsing, isNull(unusualBrowsing.acknowledgedAt));
}
