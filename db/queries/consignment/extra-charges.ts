import 'server-only';
import { and, eq, isNotNull } from 'drizzle-orm';
import type { Executor } from '@/db/connection';
import { examinations, statedDuties } from '@/db/schema';
import type { ChargedChange } from '@/lib/assessment/extra-charges';

/** What the recorded results and stated duties of a consignment did to its charges, earliest first. */
export async function chargedChanges(from: Executor, consignmentId: string): Promise<ChargedChange[]> {
  const results = await from
    .select({
      corrections: examinations.corrections,
      extraChargesMinor: examinations.extraChargesMinor,
      at: examinations.recordedAt,
    })
    .from(examinations)
    .where(and(eq(examinations.consignmentId, consignmentId), isNotNull(examinations.recordedAt)));
  const duties = await from
    .select({ extraChargesMinor: statedDuties.extraChargesMinor, at: statedDuties.statedAt })
    .from(statedDuties)
    .where(eq(statedDuties.consignmentId, consignmentId));
  return [...results.flatMap(({ corrections, ...change }) => (corrections.length > 0 ? [change] : [])), ...duties].sort(
    (a, b) => Number(a.at) - Number(b.at),
  );
}
