import { expect, it } from 'vitest';
import { nameIds } from '@/db/queries/audit/name-ids';
import { consignmentIdOf } from '@/lib/kernel/ids';
import { aDesk, someone } from '../../support/a-desk';
import { useDatabase } from '../../support/database';
import { sendSubmission } from '../../support/send-submission';
import { csvOf } from '../../support/submissions';

useDatabase();

it('names consignments and submissions of the own offices only', async () => {
  const desk = await aDesk();
  const submissionId = await sendSubmission(desk.partner, csvOf([{ reference: 'N-1' }]));
  const consignmentId = consignmentIdOf(desk.partnerId, 'N-1');
  const wanted = [
    { kind: 'consignment', id: consignmentId },
    { kind: 'submission', id: submissionId },
    { kind: 'partner', id: desk.partnerId },
  ] as const;
  const named = await nameIds(someone('auditor', desk.officeId), wanted);
  expect(named).toMatchObject({ [consignmentId]: 'N-1', [desk.partnerId]: 'Harbour Parcels' });
  const elsewhere = await nameIds(someone('auditor', 'BELGG'), wanted);
  expect(elsewhere).toEqual({ [desk.partnerId]: 'Harbour Parcels' });
});
