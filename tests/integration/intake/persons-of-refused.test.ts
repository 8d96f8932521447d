import { beforeAll, describe, expect, it } from 'vitest';
import { listQuarantined, listRefused } from '@/db/queries/intake/get-submission';
import { getRefusedRecord, listQuarantine } from '@/db/queries/intake/list-quarantine';
import { ForbiddenError } from '@/lib/kernel/errors';
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
  it('are masked for staff that did not ask for the record as sent, and the goods are not', async () => {
    const refused = await listRefused(desk.supervisor, submissionId);
    expect(refused).toMatchObject([{ reference: 'LONG-NAME', rows: [] }]);
    expect(refused[0]?.problems.find(({ pointer }) => pointer.endsWith('value'))?.value).toBe('x');
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
  });
});
