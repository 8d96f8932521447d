import 'server-only';
import { and, asc, desc, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { dismissals } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';

/** Most rows the list shows; what lies beyond is found on the consignments of the party. */
export const DISMISSALS_SHOWN = 500;

const { id, party, list, entryId, edition, listedName, consignmentId, officeId, reason, dismissedByName } = dismissals;
const SHOWN = {
  ...{ id, party, list, entryId, edition, listedName, consignmentId, officeId, reason, dismissedByName },
  dismissedAt: dismissals.dismissedAt,
};

export type DismissalView = Pick<typeof dismissals.$inferSelect, Exclude<keyof typeof SHOWN, 'dismissedAt'>> & {
  /** ISO text. */
  readonly dismissedAt: string;
};

/** Which dismissals exist for an actor: those made on consignments of the own offices. */
export function dismissedWithin(actor: Actor): SQL {
  return actor.officeIds.length > 0 ? inArray(dismissals.officeId, [...actor.officeIds]) : sql`false`;
}

/** The dismissals in force, the latest first. */
export async function listDismissals(actor: Actor): Promise<DismissalView[]> {
  authorise(actor, 'screening.read');
  return dismissalsInForce(dismissedWithin(actor));
}

/** Dismissals in force of those that a condition names, for queries that have checked what the actor may see. */
export async function dismissalsInForce(which: SQL): Promise<(DismissalView & { readonly partyKey: string })[]> {
  const rows = await db()
    .select({ ...SHOWN, partyKey: dismissals.partyKey })
    .from(dismissals)
    .where(and(which, isNull(dismissals.withdrawnAt)))
    .orderBy(desc(dismissals.dismissedAt), asc(dismissals.id))
    .limit(DISMISSALS_SHOWN);
  return rows.map((row) => ({ ...row, dismissedAt: row.dismissedAt.toISOString() }));
}
