import 'server-only';
import { and, desc, eq, gt, inArray, isNotNull, isNull, min } from 'drizzle-orm';
import { db } from '@/db/connection';
import { chargesInForce } from '@/db/queries/consignment/charges-in-force';
import { openMatchesOf } from '@/db/queries/screening/open-matches';
import { type clearances, decisions, holds } from '@/db/schema';
import type { ChargeSum } from '@/lib/revenue/charge-sums';
import { type RaisingProfile, raisingProfiles } from './raising-profiles';

type Key = Pick<typeof clearances.$inferSelect, 'consignmentId' | 'receivedOn' | 'openHolds'>;

/** What a line of the queue shows beside the row itself. */
export type QueueDetails = {
  /** Duty and VAT as they are in force; null where nobody asked. */
  readonly charges: ChargeSum | null;
  /** The profiles in force that made it what it is, strongest first; not told of what is decided. */
  readonly profiles: readonly RaisingProfile[];
  /** Where an officer decided: what, and who. */
  readonly decision: { readonly kind: (typeof decisions.$inferSelect)['kind']; readonly byName: string } | null;
  /** Listed parties it resembles of whom nobody has said that they are another; not told of what is decided. */
  readonly openMatches: number;
  /** By when an agency that has said nothing yet is to answer, ISO, the first of several; null where none is waited for. */
  readonly awaitsAgency: string | null;
};
export const NO_DETAILS: QueueDetails = {
  charges: null,
  profiles: [],
  decision: null,
  openMatches: 0,
  awaitsAgency: null,
};

/** The details of one page: a few looks at the keys it shows, whatever its length. */
export async function queueDetails(
  page: readonly Key[],
  isDecided: boolean,
  at: Date,
): Promise<(key: Key) => QueueDetails> {
  if (page.length === 0) return () => NO_DETAILS;
  const ids = page.map(({ consignmentId }) => consignmentId);
  const [charged, decided, raising, resembling, awaited] = await Promise.all([
    chargesInForce(db(), page),
    isDecided
      ? db()
          .selectDistinctOn([decisions.consignmentId], {
            consignmentId: decisions.consignmentId,
            kind: decisions.kind,
            byName: decisions.decidedByName,
          })
          .from(decisions)
          .where(and(inArray(decisions.consignmentId, ids), eq(decisions.state, 'final')))
          .orderBy(decisions.consignmentId, desc(decisions.decidedAt))
      : [],
    isDecided ? null : raisingProfiles(page),
    isDecided ? null : openMatchesOf(db(), page),
    isDecided ? null : agenciesAwaited(page, at),
  ]);
  const byId = new Map(decided.map(({ consignmentId, kind, byName }) => [consignmentId, { kind, byName }]));
  return ({ consignmentId }) => ({
    charges: charged.get(consignmentId)?.total ?? null,
    profiles: raising?.get(consignmentId) ?? [],
    decision: byId.get(consignmentId) ?? null,
    openMatches: resembling?.get(consignmentId) ?? 0,
    awaitsAgency: awaited?.get(consignmentId) ?? null,
  });
}

/** By when the agencies that are waited for are to answer, of those rows that have a hold. */
async function agenciesAwaited(page: readonly Key[], at: Date): Promise<ReadonlyMap<string, string>> {
  const held = page.filter(({ openHolds }) => openHolds > 0).map(({ consignmentId }) => consignmentId);
  if (held.length === 0) return new Map();
  const rows = await db()
    .select({ consignmentId: holds.consignmentId, dueAt: min(holds.dueAt) })
    .from(holds)
    .where(
      and(
        inArray(holds.consignmentId, held),
        isNotNull(holds.agencyId),
        isNull(holds.verdict),
        isNull(holds.liftedAt),
        gt(holds.dueAt, at),
      ),
    )
    .groupBy(holds.consignmentId);
  return new Map(rows.flatMap(({ consignmentId, dueAt }) => (dueAt ? [[consignmentId, dueAt.toISOString()]] : [])));
}
