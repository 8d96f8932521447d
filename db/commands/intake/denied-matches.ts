import 'server-only';
import type { DeniedMatch } from '@/lib/assessment/facts';
import type { ConsignmentRecord } from '@/lib/consignment/record';
import type { DeniedList } from '@/lib/screening/denied-list';

/** Sender and recipient against the lists in force; the best name of each list entry at or above the threshold. */
export function deniedMatches(list: DeniedList, record: ConsignmentRecord): DeniedMatch[] {
  const matches = (['sender', 'recipient'] as const).flatMap((party) =>
    list.near(record[party].name).map((match) => ({ party, ...match })),
  );
  return matches.sort((a, b) => b.similarity - a.similarity);
}
