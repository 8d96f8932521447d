import 'server-only';
import type { Tx } from '@/db/connection';
import { insertSet } from '@/db/insert-set';
import { quarantinedRecords } from '@/db/schema';
import { officeOfPartner } from './assign-offices';
import type { BadRecord } from './read-batch';

/** Keeps refused records raw, with every problem. */
export async function writeQuarantine(
  tx: Tx,
  bad: readonly BadRecord[],
  submission: { id: string; partnerId: string },
  { at, isOfActs }: { at: Date; isOfActs: boolean },
): Promise<void> {
  if (bad.length === 0) return;
  const ofPartner = await officeOfPartner(tx, submission.partnerId);
  await insertSet(
    tx,
    quarantinedRecords,
    bad.map((record) => ({
      submissionId: submission.id,
      recordNumber: record.recordNumber,
      partnerId: submission.partnerId,
      officeId: record.officeId ?? ofPartner,
      line: record.rows[0]?.line ?? 0,
      reference: record.reference,
      rows: [...record.rows],
      problems: [...record.problems],
      qualityScore: record.qualityScore,
      isAct: isOfActs,
      quarantinedAt: at,
    })),
  );
}
