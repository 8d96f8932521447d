import 'server-only';
import { and, desc, eq, inArray } from 'drizzle-orm';
import { db } from '@/db/connection';
import { assessments, type clearances, decisions } from '@/db/schema';
import { openCharges } from '@/lib/revenue/open-charges';
import { type RaisingProfile, raisingProfiles } from './raising-profiles';

type Key = Pick<typeof clearances.$inferSelect, 'consignmentId' | 'receivedOn'>;

/** What a line of the queue shows beside the row itself. */
export type QueueDetails = {
  /** Duty or VAT is not known, so that the sum of charges is no figure. */
  readonly hasOpenCharges: boolean;
  /** The profiles in force that made it what it is, strongest first; not told of what is decided. */
  readonly profiles: readonly RaisingProfile[];
  /** Where an officer decided: what, and who. */
  readonly decision: { readonly kind: (typeof decisions.$inferSelect)['kind']; readonly byName: string } | null;
};
export const NO_DETAILS: QueueDetails = { hasOpenCharges: false, profiles: [], decision: null };

/** The details of one page: two looks at the keys it shows, whatever its length. */
export async function queueDetails(page: readonly Key[], isDecided: boolean): Promise<(key: Key) => QueueDetails> {
  if (page.length === 0) return () => NO_DETAILS;
  const ids = page.map(({ consignmentId }) => consignmentId);
  const days = [...new Set(page.map(({ receivedOn }) => receivedOn))];
  const [charged, decided, raising] = await Promise.all([
    db()
      .selectDistinctOn([assessments.consignmentId], {
        consignmentId: assessments.consignmentId,
        lines: assessments.chargeLines,
      })
      .from(assessments)
      .where(and(inArray(assessments.consignmentId, ids), inArray(assessments.receivedOn, days)))
      .orderBy(assessments.consignmentId, desc(assessments.version)),
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
  ]);
  const open = new Set(
    charged.filter(({ lines }) => openCharges(lines).length > 0).map(({ consignmentId }) => consignmentId),
  );
  const byId = new Map(decided.map(({ consignmentId, kind, byName }) => [consignmentId, { kind, byName }]));
  return ({ consignmentId }) => ({
    hasOpenCharges: open.has(consignmentId),
    profiles: raising?.get(consignmentId) ?? [],
    decision: byId.get(consignmentId) ?? null,
  });
}
