import { beforeAll, describe, expect, it } from 'vitest';
import { listQuarantined, listRefused } from '@/db/queries/intake/get-submission';
import { getMaskedRecord, getRefusedRecord, listQuarantine } from '@/db/queries/intake/list-quarantine';
import { getPartnerQuality } from '@/db/queries/quality/get-partner-quality';
import { getSubmissionQuality } from '@/db/queries/quality/get-submission-quality';
import { ForbiddenError, NotFoundError } from '@/lib/kernel/errors';
import { aDesk, type Desk, someone } from '../../support/a-desk';
import { useDatabase } from '../../support/database';
import { sendSubmission } from '../../support/send-submission';
import { csvOf } from '../../support/submissions';

useDatabase();
const NAME = `Nora ${'van '.repeat(200)}Testmann`;
let desk: Desk;
let submissionId: string;

beforeAll(async () => {
  desk = await aDesk();
  submissionId = await sendSubmission(
    desk.partner,
    csvOf([{ reference: 'LONG-NAME', recipient_name: NAME, value: 'x' }]),
  );
});

const named = (shown: unknown) => JSON.stringify(shown).includes('Nora');

describe('persons in a refused record', () => {
  it('are masked for staff that did not ask for the record as sent', async () => {
    const refused = await listRefused(desk.supervisor, submissionId);
    expect(refused).toMatchObject([{ reference: 'LONG-NAME', rows: [] }]);
    const { rows } = await listQuarantine(desk.supervisor, { code: null, after: null });
    expect(rows).toHaveLength(1);
    expect([refused, rows].filter(named)).toEqual([]);
  });

  it('are whole for the partner that sent them, and for staff whose look is noted', async () => {
    expect(named(await listRefused(desk.partner, submissionId))).toBe(true);
    expect(named(await listQuarantined(desk.supervisor, submissionId))).toBe(true);
    const { rows } = await listQuarantine(desk.partner, { code: null, after: null });
    expect(rows.flatMap(({ problems }) => problems).filter(named)).not.toEqual([]);
  });

  it('are shown whole to those alone who mend', async () => {
    for (const role of ['officer', 'risk_manager', 'auditor'] as const) {
      const asked = getRefusedRecord(someone(role, 'NLRTM'), submissionId, 1);
      await expect(asked).rejects.toThrow(ForbiddenError);
    }
    expect(named(await getRefusedRecord(desk.supervisor, submissionId, 1))).toBe(true);
    await expect(getMaskedRecord(someone('officer', 'NLRTM'), submissionId, 1)).rejects.toThrow(ForbiddenError);
  });

  it('are masked for who mends until the look is noted, in the list, on the submission and on the record alike', async () => {
    const record = await getMaskedRecord(desk.supervisor, submissionId, 1);
    expect(record).toMatchObject({ reference: 'LONG-NAME', rows: [], header: null });
    expect(named(record)).toBe(false);
    expect(named(await getMaskedRecord(desk.partner, submissionId, 1))).toBe(true);
    await expect(getMaskedRecord(someone('supervisor', 'BELGG'), submissionId, 1)).rejects.toThrow(NotFoundError);
  });

  it('are masked where a delimiter was missing and they stand in columns of others', async () => {
    const shifted = { recipient_postcode: 'Rotterdam', recipient_country: 'Nora Lane 1', collection_model: 'NL' };
    const id = await sendSubmission(desk.partner, csvOf([{ reference: 'SHIFTED-1', ...shifted }]));
    const listed = (await listQuarantine(desk.supervisor, { code: null, after: null })).rows;
    const told = [listed.find((row) => row.submissionId === id), ...(await listRefused(desk.supervisor, id))];
    expect(told.map((record) => record?.reference)).toEqual(['SHIFTED-1', 'SHIFTED-1']);
    expect(told.filter(named)).toEqual([]);
    expect(named(await listRefused(desk.partner, id))).toBe(true);
  });

  it('are no example of a finding, where a row that was not told apart stands for a reference', async () => {
    const [header = '', row = ''] = csvOf([{ reference: 'WHOLE' }]).split('\n');
    const unclosed = `"BRK-1,mail,${row.split(',').slice(2).join(',').replaceAll('"', '')}`;
    const id = await sendSubmission(desk.partner, `${header}\n${row}\n${unclosed}\n${row.replace('WHOLE', 'OTHER')}\n`);
    for (const actor of [desk.supervisor, desk.officer, desk.partner]) {
      const { findings } = await getSubmissionQuality(actor, id);
      expect(findings.length).toBeGreaterThan(0);
      expect(named(findings)).toBe(false);
    }
    expect(named(await getPartnerQuality(desk.supervisor, desk.partnerId))).toBe(false);
  });
});
