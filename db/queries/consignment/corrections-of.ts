import 'server-only';
import { and, asc, inArray, isNotNull } from 'drizzle-orm';
import type { Executor } from '@/db/connection';
import { type Correction, examinations } from '@/db/schema';

/** Everything the recorded examinations of a consignment corrected, earliest first: the later one counts. */
export async function correctionsOf(from: Executor, consignmentId: string): Promise<Correction[]> {
  return (await correctionsOfSet(from, [consignmentId])).get(consignmentId) ?? [];
}

/** The same of many consignments in one look; those without a correction are left out. */
export async function correctionsOfSet(
  from: Executor,
  consignmentIds: readonly string[],
): Promise<ReadonlyMap<string, Correction[]>> {
  const found = new Map<string, Correction[]>();
  if (consignmentIds.length === 0) return found;
  const recorded = await from
    .select({ consignmentId: examinations.consignmentId, corrections: examinations.corrections })
    .from(examinations)
    .where(and(inArray(examinations.consignmentId, [...consignmentIds]), isNotNull(examinations.recordedAt)))
    .orderBy(asc(examinations.recordedAt));
  for (const { consignmentId, corrections } of recorded) {
    if (corrections.length > 0) found.set(consignmentId, [...(found.get(consignmentId) ?? []), ...corrections]);
  }
  return found;
}
