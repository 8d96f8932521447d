import { describe, expect, it } from 'vitest';
import { ALWAYS_REQUIRED, RECORD_COLUMNS, STOOD_FOR_BY, templateCsv } from '@/lib/consignment/column-guide';
import { runIntake } from './run-intake';

const ARRIVES_AT = '2026-03-04T10:00:00Z';

describe('the template of a CSV file', () => {
  it('passes as it is, without a remark', async () => {
    const { refused, records, notices } = await runIntake('csv', templateCsv('NLRTM', ARRIVES_AT));
    expect([refused, notices]).toEqual([[], []]);
    expect(records.map(({ outcome }) => outcome)).toMatchObject([{ ok: true, warnings: [] }]);
  });

  it.each([...ALWAYS_REQUIRED, ...STOOD_FOR_BY.keys()])('is refused once %s is emptied', async (column) => {
    const [header = '', row = ''] = templateCsv('NLRTM', ARRIVES_AT).split('\r\n');
    const cells = row.match(/("[^"]*"|[^,]*)(,|$)/g)?.map((cell) => cell.replace(/,$/, '')) ?? [];
    cells[RECORD_COLUMNS.indexOf(column)] = '';
    const text = `${header}\r\n${cells.slice(0, RECORD_COLUMNS.length).join(',')}\r\n`;
    const { records } = await runIntake('csv', text);
    expect(records.map(({ outcome }) => outcome.ok)).toEqual([false]);
  });
});
