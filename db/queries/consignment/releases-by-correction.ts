import 'server-only';
import { and, desc, eq, inArray } from 'drizzle-orm';
import type { Executor } from '@/db/connection';
import { decisions } from '@/db/schema';

/**
 * Which of these consignments the decision that stands released by what customs found, with the version of the data it was taken on.
 * What was released as declared, by an officer or by its lane, is not among them, whatever an examination found.
 */
export async function releasesByCorrection(
  from: Executor,
  consignmentIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (consignmentIds.length === 0) return new Map();
  const last = await from
    .selectDistinctOn([decisions.consignmentId], {
      consignmentId: decisions.consignmentId,
      kind: decisions.kind,
      version: decisions.version,
    })
    .from(decisions)
    .where(and(inArray(decisions.consignmentId, [...consignmentIds]), eq(decisions.state, 'final')))
    .orderBy(decisions.consignmentId, desc(decisions.decidedAt));
  return new Map(
    last.flatMap(({ consignmentId, kind, version }) =>
      kind === 'release_with_correction' ? [[consignmentId, version] as const] : [],
    ),
  );
}
