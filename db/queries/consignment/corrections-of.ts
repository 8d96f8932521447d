import 'server-only';
import { and, asc, eq, isNotNull } from 'drizzle-orm';
import type { Executor } from '@/db/connection';
import { type Correction, examinations } from '@/db/schema';

/** Everything the recorded examinations of a consignment corrected, earliest first: the later one counts. */
export async function correctionsOf(from: Executor, consignmentId: string): Promise<Correction[]> {
  const recorded = await from
    .select({ corrections: examinations.corrections })
    .from(examinations)
    .where(and(eq(examinations.consignmentId, consignmentId), isNotNull(examinations.recordedAt)))
    .orderBy(asc(examinations.recordedAt));
  return recorded.flatMap(({ corrections }) => corrections);
}
