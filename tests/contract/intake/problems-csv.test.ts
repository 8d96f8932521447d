import { parse as csvParse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { problemsCsv, type RefusedRow } from '@/lib/intake/problems-csv';
import { csvWith } from './a-submission';
import { runIntake } from './run-intake';

async function refusedOf(format: 'csv' | 'json' | 'ndjson', text: string) {
  const { header, records } = await runIntake(format, text);
  const rows: RefusedRow[] = records.flatMap(({ rows: sent, outcome }) =>
    outcome.ok ? [] : sent.map(({ line, raw }) => ({ line, raw, problems: outcome.problems })),
  );
  return { header, rows, file: [...problemsCsv(header, rows)].join('') };
}

describe('the file of problems', () => {
  it('holds each refused row as sent behind its problems, and can be sent again with the same result', async () => {
    const csv = csvWith({ value: '1,5' }, { reference: 'REF-2' }, { reference: 'REF-3', sender_country: '=cmd' });
    const { file, rows } = await refusedOf('csv', csv);
    expect(rows).toHaveLength(2);
    const [header, ...lines] = csvParse(file) as string[][];
    expect(header?.slice(0, 4)).toEqual(['problem_code', 'problem_pointer', 'problem_message', 'reference']);
    expect(lines.map((line) => line.slice(0, 2))).toEqual([
      ['decimal_shape', 'items.0.value'],
      ['country_unknown', 'sender_country'],
    ]);
    for (const { raw } of rows) expect(file).toContain(`,${raw}\r\n`);
    const again = await refusedOf('csv', file);
    expect(again.rows.map((row) => row.problems.map((problem) => problem.code))).toEqual(
      rows.map((row) => row.problems.map((problem) => problem.code)),
    );
  });

  it('that came back is known without what it said: each round holds the row as its sender wrote it, and what is wrong now', async () => {
    const first = await refusedOf('csv', csvWith({ value: '1,5', currency: 'EURO', recipient_name: 'A "B"\nC' }));
    const second = await refusedOf('csv', first.file.replace('"1,5"', '1.5'));
    expect(second.header).toBe(first.header);
    expect(second.rows.map(({ raw }) => raw)).toEqual(first.rows.map(({ raw }) => raw.replace('"1,5"', '1.5')));
    const [header, ...lines] = csvParse(second.file) as string[][];
    expect(header?.filter((name) => name.startsWith('problem_'))).toHaveLength(3);
    expect(lines[0]?.[0]).toBe('currency_unknown');
    expect(second.file).not.toContain('decimal_shape');
  });

  it('is accepted once the value is mended', async () => {
    const { file } = await refusedOf('csv', csvWith({ value: '1,5' }));
    const { refused, records } = await runIntake('csv', file.replace('"1,5"', '1.5'));
    expect(refused).toEqual([]);
    expect(records[0]?.outcome.ok).toBe(true);
  });

  it('can be mended in several rounds', async () => {
    const first = await refusedOf('csv', csvWith({ value: '1,5', currency: 'EURO' }));
    const second = await refusedOf('csv', first.file.replace('"1,5"', '1.5'));
    expect(second.rows[0]?.problems.map((problem) => problem.code)).toEqual(['currency_unknown']);
    const { refused, records } = await runIntake('csv', second.file.replace(/EURO(?=\r\n)/, 'EUR'));
    expect(refused).toEqual([]);
    expect(records[0]?.outcome.ok).toBe(true);
  });

  it('lines up even for a row with a field too few', async () => {
    const csv = csvWith({});
    const short = csv.trimEnd().replace(/,[^,]*$/, '');
    const { file } = await refusedOf('csv', short);
    const again = await refusedOf('csv', file);
    expect(again.rows[0]?.problems[0]?.code).toBe('row_field_count');
  });

  it('guards its own columns against spreadsheet formulas', () => {
    const problem = { code: 'too_long', severity: 'error', pointer: '=1+1', params: { limit: 1, found: 2 } } as const;
    const file = [...problemsCsv('a,b', [{ line: 2, raw: '=2,3', problems: [problem] }])].join('');
    expect(file).toContain(`"'=1+1"`);
    expect(file).toContain(`"The field (column =1+1) has 2 characters; at most 1 are allowed.",=2,3\r\n`);
  });

  it('puts JSON records in one quoted column, and guards lines that are no JSON', async () => {
    const { file } = await refusedOf('ndjson', '{"reference":"R \\"1\\""}\n=HYPERLINK("x")\n');
    const [header, ...lines] = csvParse(file) as string[][];
    expect(header).toEqual(['problem_code', 'problem_pointer', 'problem_message', 'line', 'record']);
    expect(lines.map((line) => line.slice(3))).toEqual([
      ['1', '{"reference":"R \\"1\\""}'],
      ['2', `'=HYPERLINK("x")`],
    ]);
  });
});
