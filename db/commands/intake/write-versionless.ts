import 'server-only';
import type { Tx } from '@/db/connection';
import { copySet } from '@/db/copy-set';
import { versionlessRecords } from '@/db/schema';
import type { GoodRecord } from './read-batch';
import type { GoodCancel } from './resolve-batch';

/** Notes the records that brought no version, for the acknowledgements: what came unchanged, and cancellations. */
export async function writeVersionless(
  tx: Tx,
  unchanged: readonly GoodRecord[],
  cancels: readonly GoodCancel[],
  submissionId: string,
): Promise<void> {
  const rows: (typeof versionlessRecords.$inferInsert)[] = [
    ...unchanged.map(({ recordNumber, record: { reference } }) => ({
      submissionId,
      recordNumber,
      reference,
      outcome: 'unchanged' as const,
    })),
    ...cancels.map(({ recordNumber, standing: { reference }, isDone }) => ({
      submissionId,
      recordNumber,
      reference,
      outcome: isDone ? ('unchanged' as const) : ('withdrawn' as const),
    })),
  ];
  await copySet(tx, versionlessRecords, rows);
}
