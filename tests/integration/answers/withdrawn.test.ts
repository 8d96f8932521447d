import { beforeAll, describe, expect, it } from 'vitest';
import { undoSubmission } from '@/db/commands/intake/undo-submission';
import { getResponse, listResponses } from '@/db/queries/answers/consignment-responses';
import { listAcknowledgements } from '@/db/queries/answers/list-acknowledgements';
import { getSubmission } from '@/db/queries/intake/get-submission';
import { ukMessage } from '../../contract/intake/xml-messages';
import { useDatabase } from '../../support/database';
import { cancellation, LODGER, put, seedPartners, WAITING } from '../../support/lodged';
import { readXml, textsAt } from '../../support/read-xml';
import { sendSubmission } from '../../support/send-submission';
import { csvOf } from '../../support/submissions';

useDatabase();
beforeAll(seedPartners);

async function lodge(...references: string[]): Promise<string> {
  const id = await sendSubmission(LODGER, csvOf(references.map((reference) => ({ reference }))));
  for (const reference of references) await put(reference, WAITING);
  return id;
}
const cancel = (...references: string[]) => sendSubmission(LODGER, ukMessage(...references.map(cancellation)), 'xml');
const acknowledged = async (submissionId: string) =>
  (await listAcknowledgements(LODGER, submissionId, { after: 0, limit: 100 })).rows;
const kinds = async (reference: string) => (await listResponses(LODGER, reference)).map(({ kind }) => kind);

describe('the acknowledgements of cancellations', () => {
  it('tell of each what became of it, and add up to what was received', async () => {
    const lodged = await lodge('AW-1', 'AW-2');
    await put('AW-2', { openHolds: 1 });
    const submissionId = await cancel('AW-1', 'AW-1', 'AW-2', 'AW-9');
    const rows = await acknowledged(submissionId);
    expect(rows.map((row) => [row.recordNumber, row.reference, row.outcome, row.version, row.status])).toEqual([
      [1, 'AW-1', 'withdrawn', null, 'withdrawn'],
      [2, 'AW-1', 'unchanged', null, 'withdrawn'],
      [3, 'AW-2', 'quarantined', null, null],
      [4, 'AW-9', 'quarantined', null, null],
    ]);
    expect(rows.map(({ codes }) => codes)).toEqual([[], [], [], []]);
    expect(rows[2]?.problems).toMatchObject([{ code: 'cancel_on_hold' }]);
    expect(rows).toHaveLength((await getSubmission(LODGER, submissionId)).received);
    expect((await acknowledged(lodged))[0]).toMatchObject({ outcome: 'accepted', version: 1, status: 'withdrawn' });
  });

  it('say of a submission that was undone where its consignments stand now', async () => {
    const submissionId = await lodge('AW-3', 'AW-4');
    const wish = { submissionId, withdrawable: 2, actedOn: 0, leaveActedOn: false, reason: 'The wrong file was sent' };
    await undoSubmission(LODGER, wish);
    expect(await acknowledged(submissionId)).toMatchObject([
      { outcome: 'accepted', status: 'withdrawn', codes: [] },
      { outcome: 'accepted', status: 'withdrawn', codes: [] },
    ]);
  });
});

describe('the response to a withdrawal', () => {
  it('is a document of function 10 with the reason, and of 01 when it is lodged again', async () => {
    await lodge('RW-1');
    const before = await kinds('RW-1');
    await cancel('RW-1');
    const told = await listResponses(LODGER, 'RW-1');
    expect(told.map(({ kind }) => kind)).toEqual([...before, 'withdrawn']);
    expect(told.at(-1)).toMatchObject({ kind: 'withdrawn', functionCode: '10', version: 1 });
    const { xml } = await getResponse(LODGER, 'RW-1', told.at(-1)?.responseId ?? '');
    expect(textsAt(readXml(xml), 'Response/AdditionalInformation/StatementDescription')).toEqual(['Sent twice']);
    await lodge('RW-1');
    const again = (await listResponses(LODGER, 'RW-1')).slice(told.length);
    expect(again[0]).toMatchObject({ kind: 'accepted', version: 2 });
    expect(again.map(({ kind }) => kind)).not.toContain('amended');
  });

  it('gives the reason of an office that undid the submission, as the page does', async () => {
    const submissionId = await lodge('RW-2');
    const wish = { submissionId, withdrawable: 1, actedOn: 0, leaveActedOn: false, reason: 'Sent for a test' };
    await undoSubmission(LODGER, wish);
    const last = (await listResponses(LODGER, 'RW-2')).at(-1);
    const { xml } = await getResponse(LODGER, 'RW-2', last?.responseId ?? '');
    expect(textsAt(readXml(xml), 'Response/AdditionalInformation/StatementDescription')).toEqual(['Sent for a test']);
  });
});
