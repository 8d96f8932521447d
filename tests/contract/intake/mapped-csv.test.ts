import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assembleRecord } from '@/lib/intake/assemble-record';
import { readCsv } from '@/lib/intake/csv';
import { explainProblem } from '@/lib/intake/explain-problem';
import { DATE_FORMS, DECIMAL_MARKS, DELIMITERS, type Layout, MASS_UNITS } from '@/lib/intake/layout';
import { layoutFingerprint } from '@/lib/intake/layout-fingerprint';
import type { StagedRow } from '@/lib/intake/staged-row';
import type { Problem } from '@/lib/kernel/problem';

async function* slices(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(text: string, layout: Layout, size = 65_536): Promise<StagedRow[]> {
  const layouts = new Map([[layoutFingerprint(layout.delimiter, layout.header), layout]]);
  const rows: StagedRow[] = [];
  for await (const row of readCsv(slices(text, size), { layouts })) rows.push(row);
  return rows;
}

const two = (number: number) => String(number).padStart(2, '0');
const HEADER = ['Auftrag', 'Ware', 'Wert', 'Gewicht', 'Ankunft', 'Farbe'];
const TARGETS = ['reference', 'description', 'value', 'gross_mass_kg', 'expected_arrival_at', 'kept'] as const;

/** Writes a field as a program would: quoted where it must be. */
const field = (text: string, delimiter: string) =>
  text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
/** Thousands are grouped where a fraction leaves no doubt. */
function decimalIn(cents: number, mark: Layout['decimalMark'], isGrouped: boolean): string {
  const whole = String(Math.floor(cents / 100));
  const [group, point] = mark === 'comma' ? ['.', ','] : [',', '.'];
  return `${isGrouped ? whole.replaceAll(/\B(?=(\d{3})+$)/g, group) : whole}${point}${two(cents % 100)}`;
}
const DATES: Readonly<Record<Layout['dateForm'], (y: number, m: string, d: string) => string>> = {
  iso: (y, m, d) => `${y}-${m}-${d}`,
  dmy_dots: (y, m, d) => `${d}.${m}.${y}`,
  dmy_slashes: (y, m, d) => `${d}/${m}/${y}`,
  mdy_slashes: (y, m, d) => `${m}/${d}/${y}`,
};

describe('a file read by a layout', () => {
  it('gives the record that was written, whatever the layout and the slices, and keeps the row as sent', async () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
      .filter((one) => !/\p{Cs}/u.test(one) && !one.includes('\0'));
    const record = fc.record({
      description: text,
      cents: fc.nat(99_999_999),
      grams: fc.integer({ min: 1, max: 999_999 }),
      at: fc.date({ min: new Date('2020-01-01'), max: new Date('2030-12-31'), noInvalidDate: true }),
      colour: text,
      isGrouped: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          delimiter: fc.constantFrom(...DELIMITERS),
          decimalMark: fc.constantFrom(...DECIMAL_MARKS),
          dateForm: fc.constantFrom(...DATE_FORMS),
          massUnit: fc.constantFrom(...MASS_UNITS),
        }),
        fc.array(record, { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 1, max: 200 }),
        async (notation, records, size) => {
          const layout: Layout = {
            ...notation,
            header: HEADER,
            targets: TARGETS,
            fixed: { channel: 'post', currency: 'EUR' },
          };
          const { delimiter, decimalMark, massUnit, dateForm } = notation;
          const lines = records.map(({ description, cents, grams, at, colour, isGrouped }, index) => {
            const kilograms = `${Math.floor(grams / 1000)}${decimalMark === 'comma' ? ',' : '.'}${String(grams % 1000).padStart(3, '0')}`;
            const date = DATES[dateForm](at.getUTCFullYear(), two(at.getUTCMonth() + 1), two(at.getUTCDate()));
            const values = [
              `R-${index}`,
              description,
              decimalIn(cents, decimalMark, isGrouped),
              massUnit === 'g' ? String(grams) : kilograms,
              `${date} ${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`,
              colour,
            ];
            return values.map((value) => field(value, delimiter)).join(delimiter);
          });
          const rows = await read(`${HEADER.join(delimiter)}\n${lines.join('\n')}\n`, layout, size);
          expect(rows.map(({ raw }) => raw)).toEqual(lines);
          for (const [index, { description, cents, grams, at, colour }] of records.entries()) {
            const row = rows[index];
            expect(row && assembleRecord([row])).toEqual({
              ok: true,
              sent: {
                reference: `R-${index}`,
                channel: 'post',
                expected_arrival_at: `${at.toISOString().slice(0, 16)}:00Z`,
                gross_mass_kg: `${Math.floor(grams / 1000)}.${String(grams % 1000).padStart(3, '0')}`,
                items: [{ description, value: `${Math.floor(cents / 100)}.${two(cents % 100)}`, currency: 'EUR' }],
                unknown: { Farbe: colour },
              },
            });
          }
        },
      ),
      { numRuns: 200, seed: 20260302 },
    );
  });

  const layout: Layout = {
    delimiter: ';',
    decimalMark: 'comma',
    dateForm: 'dmy_dots',
    massUnit: 'kg',
    header: HEADER,
    targets: TARGETS,
    fixed: {},
  };

  it('keeps delimiters, quotes and line breaks inside quotes, and the line of each row', async () => {
    const rows = await read(`${HEADER.join(';')}\nA;"Tasse; ""blau""\nmit Henkel";1,00;2;;\nB;x\n`, layout);
    expect(rows.map(({ line, problems }) => [line, problems.map(({ code }) => code)])).toEqual([
      [2, []],
      [4, ['row_field_count']],
    ]);
    expect(JSON.parse(rows[0]?.content ?? '')).toMatchObject({
      items: [{ description: 'Tasse; "blau"\nmit Henkel', value: '1.00' }],
    });
  });

  it('says of each value it cannot read where it stands, what it is and how it must be written; and which columns it keeps unread', async () => {
    const notices: Problem[] = [];
    const layouts = new Map([[layoutFingerprint(layout.delimiter, layout.header), layout]]);
    const sent = `${HEADER.join(';')}\nA;x;1.234;2;31.02.2026;\n`;
    for await (const row of readCsv(slices(sent, 9), { layouts, onNotice: (notice) => notices.push(notice) })) {
      expect(row.problems.map((problem) => explainProblem(problem, 'csv'))).toEqual([
        expect.stringMatching(/^Value \(column Wert, line 2\) is 1\.234, .*1234,50 or 1\.234,50/),
        expect.stringMatching(/^Expected arrival \(column Ankunft, line 2\) is 31\.02\.2026, .*DD\.MM\.YYYY/),
      ]);
    }
    expect(notices).toMatchObject([{ code: 'column_unmapped', value: 'Farbe', line: 1 }]);
  });

  it('refuses a header with quotes and another delimiter for its delimiter', async () => {
    const refused = read('"Auftrag";"Ware"\n"A";"B"\n', layout);
    await expect(refused).rejects.toMatchObject({ problems: [{ code: 'header_delimiter', line: 1 }] });
  });

  it('does not refuse a whole file for values it cannot read, however many', async () => {
    const bad = Array.from({ length: 1_200 }, (_, index) => `R-${index};x;1.234;2;;\n`).join('');
    const rows = await read(`${HEADER.join(';')}\n${bad}`, layout);
    expect(rows).toHaveLength(1_200);
    expect(rows[7]?.problems).toMatchObject([
      { code: 'layout_decimal', line: 9, value: '1.234', params: { fileColumn: 'Wert' } },
    ]);
  });
});
