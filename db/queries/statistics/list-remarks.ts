import 'server-only';
import { and, between, desc, eq, ne, or, sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { remarks } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise, can } from '@/lib/identity/permissions';
import type { Period } from '@/lib/statistics/period';
import type { Remark } from '@/lib/statistics/remark';

/** A drawing with more marks is read by nobody. */
export const LISTED_REMARKS_MAX = 200;

export type ListedRemarks = {
  readonly remarks: readonly Remark[];
  /** How many older ones there are beside those listed. */
  readonly more: number;
};

/**
 * Remarks on the days of a period, the first day first: those of the actor, and those shown to the people of their offices; the
 * `LISTED_REMARKS_MAX` that were kept last. `isShared`: none that its owner keeps to themselves, as for a paper that others read.
 */
export async function listRemarks(
  actor: Actor,
  { from, to }: Period,
  { isShared = false }: { isShared?: boolean } = {},
): Promise<ListedRemarks> {
  authorise(actor, 'statistics.read');
  const shown = sql`${remarks.offices} && ${sql.param([...actor.officeIds])}::text[]`;
  const seen = and(
    between(remarks.day, from, to),
    or(eq(remarks.ownerId, actor.id), shown),
    isShared ? ne(remarks.offices, sql`'{}'::text[]`) : undefined,
  );
  const [rows, all] = await Promise.all([
    db()
      .select()
      .from(remarks)
      .where(seen)
      .orderBy(desc(remarks.keptAt), desc(remarks.remarkId))
      .limit(LISTED_REMARKS_MAX),
    db().$count(remarks, seen),
  ]);
  const mayDrop = (owner: string, offices: readonly string[]) =>
    can(actor, 'statistics.remark') &&
    (owner === actor.id ||
      (can(actor, 'clearance.supervise') &&
        offices.length > 0 &&
        offices.every((office) => actor.officeIds.includes(office))));
  const listed = rows
    .reverse()
    .map(({ remarkId, day, text, ownerName, ownerId, offices }) => ({
      ...{ remarkId, day, text, ownerName },
      isOwn: ownerId === actor.id,
      mayDrop: mayDrop(ownerId, offices),
    }))
    .sort((one, other) => (one.day === other.day ? 0 : one.day < other.day ? -1 : 1));
  return { remarks: listed, more: Math.max(0, all - rows.length) };
}
