import { receiveSubmission } from '@/db/commands/intake/receive-submission';
import { seedDemoPartners } from '@/db/demo/partners';
import { seedReference } from '@/db/seed/reference';
import { inTransaction } from '@/db/transaction';
import type { Actor } from '@/lib/identity/actor';
import type { ImportFiles } from '@/tests/faults/import/import-file';
import { sendSubmission } from './send-submission';
import { oneByOne } from './submissions';

/**
 * What a worker finds: reference data and partners, the earlier file brought in, and the large one received and not yet read.
 * Gives the id of the large one.
 */
export async function receivedImport(partner: Actor, { earlier, main }: ImportFiles): Promise<string> {
  await inTransaction(async (tx) => {
    await seedReference(tx);
    await seedDemoPartners(tx, new Date());
  });
  await sendSubmission(partner, earlier.toString());
  const { submissionId } = await receiveSubmission(partner, {
    format: 'csv',
    contentType: 'text/csv',
    fileName: null,
    idempotencyKey: null,
    announcedBytes: null,
    body: oneByOne(main, 65_536),
  });
  return submissionId;
}
