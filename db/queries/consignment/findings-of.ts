import 'server-only';
import { and, asc, inArray, isNotNull } from 'drizzle-orm';
import type { Executor } from '@/db/connection';
import { examinations, statedDuties } from '@/db/schema';
import { type Findings, NO_FINDINGS } from '@/lib/assessment/charged';

/** Everything the recorded examinations of a consignment corrected and officers stated, earliest first: the later one counts. */
export async function findingsOf(from: Executor, consignmentId: string): Promise<Findings> {
  return (await findingsOfSet(from, [consignmentId])).get(consignmentId) ?? NO_FINDINGS;
}

/** The same of many consignments in two looks; those of which nothing was corrected or stated are left out. */
export async function findingsOfSet(
  from: Executor,
  consignmentIds: readonly string[],
): Promise<ReadonlyMap<string, Findings>> {
  const found = new Map<string, Findings>();
  if (consignmentIds.length === 0) return found;
  const ids = [...consignmentIds];
  const recorded = await from
    .select({ consignmentId: examinations.consignmentId, corrections: examinations.corrections })
    .from(examinations)
    .where(and(inArray(examinations.consignmentId, ids), isNotNull(examinations.recordedAt)))
    .orderBy(asc(examinations.recordedAt));
  for (const { consignmentId, corrections } of recorded) {
    if (corrections.length === 0) continue;
    const own = found.get(consignmentId) ?? NO_FINDINGS;
    found.set(consignmentId, { ...own, corrections: [...own.corrections, ...corrections] });
  }
  const stated = await from
    .select()
    .from(statedDuties)
    .where(inArray(statedDuties.consignmentId, ids))
    .orderBy(asc(statedDuties.statedAt));
  for (const { consignmentId, ...duty } of stated) {
    const own = found.get(consignmentId) ?? NO_FINDINGS;
    found.set(consignmentId, { ...own, duties: [...own.duties, duty] });
  }
  return found;
}
