import { parse as csvParse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONSIGNMENT_COLUMNS, ITEM_COLUMNS } from '@/lib/consignment/columns';
import { assembleRecord } from '@/lib/intake/assemble-record';
import { contentHash } from '@/lib/intake/content-hash';
import { readRows } from '@/lib/intake/read-rows';
import type { StagedRow } from '@/lib/intake/staged-row';
import { csvField } from './a-submission';

const COLUMNS = [...CONSIGNMENT_COLUMNS, ...ITEM_COLUMNS];

/** Any text a CSV file can carry: every script, quotes, commas, line ends, leading zeros, formulas; no NUL. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }).filter((text) => !text.includes('\0')),
  fc.stringMatching(/^[0-9.]{1,12}$/),
  fc.constantFrom(
    '00123',
    '=1+1',
    ' padded ',
    '"',
    '""',
    ',',
    '\n',
    '\r\n',
    'a"b',
    '\r',
    '@x',
    "'",
    '0150',
    'مرحبا',
    '漢字',
  ),
);
const anyRow = fc.record(Object.fromEntries(COLUMNS.map((column) => [column, anyText])));

async function* sliced(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function rowsOf(format: 'csv' | 'json' | 'ndjson', text: string, size: number): Promise<StagedRow[]> {
  const rows: StagedRow[] = [];
  for await (const row of readRows(format, sliced(text, size))) rows.push(row);
  return rows;
}

function presentIn(row: Readonly<Record<string, string>>, columns: readonly string[]): Record<string, string> {
  return Object.fromEntries(columns.map((column) => [column, row[column] ?? '']).filter(([, value]) => value !== ''));
}

describe('what is read is what was sent', () => {
  it('CSV: any text in any column comes back to the letter, whatever the slices it arrives in', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyRow, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 300 }),
        async (sent, size) => {
          const lines = sent.map((row) => COLUMNS.map((column) => csvField(row[column] ?? '')).join(','));
          const read = await rowsOf('csv', [COLUMNS.join(','), ...lines].join('\r\n'), size);
          expect(read.map((row) => JSON.parse(row.content))).toEqual(
            sent.map((row) => ({ ...presentIn(row, CONSIGNMENT_COLUMNS), items: [presentIn(row, ITEM_COLUMNS)] })),
          );
          expect(read.map((row) => row.raw)).toEqual(lines);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('CSV: fields are those an independent reader finds', async () => {
    const unquoted = fc.string({ maxLength: 8 }).map((text) => text.replaceAll(/["\r\n,]/g, ''));
    const field = fc.oneof(
      unquoted,
      anyText.map((text) => `"${text.replaceAll('"', '""')}"`),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(field, { minLength: COLUMNS.length, maxLength: COLUMNS.length }), {
          minLength: 1,
          maxLength: 3,
        }),
        async (records) => {
          const text = [COLUMNS.join(','), ...records.map((fields) => fields.join(','))].join('\n');
          const expected: string[][] = csvParse(text, { record_delimiter: '\n' });
          const read = await rowsOf('csv', text, 50);
          expect(read.map((row) => contentFields(row))).toEqual(expected.slice(1));
        },
      ),
      { numRuns: 100 },
    );
  });

  it('CSV: every row says the physical line it starts on', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyRow, { minLength: 1, maxLength: 5 }), async (sent) => {
        const lines = sent.map((row) => COLUMNS.map((column) => csvField(row[column] ?? '')).join(','));
        const read = await rowsOf('csv', [COLUMNS.join(','), ...lines].join('\n'), 100);
        let line = 2;
        for (const [index, text] of lines.entries()) {
          expect(read[index]?.line).toBe(line);
          line += text.split('\n').length;
        }
      }),
      { numRuns: 100 },
    );
  });

  it('JSON and NDJSON: any text comes back to the letter', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 20 }).filter((value) => !value.includes('\0') && value !== '');
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ reference: text, sender_name: text }), { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 1, max: 60 }),
        async (sent, size) => {
          const expected = sent.map((record) => ({ ...record, items: [] }));
          const json = await rowsOf('json', JSON.stringify(sent, null, 2), size);
          const ndjson = await rowsOf('ndjson', sent.map((record) => JSON.stringify(record)).join('\n'), size);
          expect(json.map((row) => JSON.parse(row.content))).toEqual(expected);
          expect(ndjson.map((row) => JSON.parse(row.content))).toEqual(expected);
          expect(ndjson.map((row) => row.line)).toEqual(sent.map((_, index) => index + 1));
        },
      ),
      { numRuns: 100 },
    );
  });
});

function contentFields(row: StagedRow): string[] {
  const content: Record<string, string> & { items: Record<string, string>[] } = JSON.parse(row.content);
  return COLUMNS.map((column) => content[column] ?? content.items[0]?.[column] ?? '');
}

describe('a record put together from rows', () => {
  const row = (line: number, content: object): StagedRow => ({
    line,
    reference: 'R',
    raw: '',
    content: JSON.stringify(content),
    problems: [],
  });

  it('keeps items in the order of their lines, whatever the order rows are handed in', () => {
    const rows = ['a', 'b', 'c'].map((description, index) =>
      row(index + 2, { reference: 'R', items: [{ description }] }),
    );
    const sent = { reference: 'R', items: [{ description: 'a' }, { description: 'b' }, { description: 'c' }] };
    expect(assembleRecord(rows)).toEqual({ ok: true, sent });
    expect(assembleRecord(rows.toReversed())).toEqual({ ok: true, sent });
  });

  it('keeps unknown columns, under the item where rows differ', () => {
    const rows = [
      row(2, { reference: 'R', items: [{}], unknown: { shop: 'X', colour: 'red' } }),
      row(3, { reference: 'R', items: [{}], unknown: { shop: 'X', colour: 'blue' } }),
    ];
    const unknown = { shop: 'X', 'items.0.colour': 'red', 'items.1.colour': 'blue' };
    expect(assembleRecord(rows)).toEqual({ ok: true, sent: { reference: 'R', items: [{}, {}], unknown } });
  });

  it('names both lines and both values where rows disagree', () => {
    const rows = [row(2, { reference: 'R', office: 'NLRTM', items: [{}] }), row(9, { reference: 'R', items: [{}] })];
    expect(assembleRecord(rows)).toEqual({
      ok: false,
      problems: [
        {
          code: 'rows_disagree',
          severity: 'error',
          pointer: 'office',
          line: 9,
          value: '',
          params: { firstLine: 2, firstValue: 'NLRTM' },
        },
      ],
    });
  });

  it('has the same hash whatever the order of keys, and another for any change of any character or of the items', () => {
    const base = { reference: 'R', office: 'NLRTM', items: [{ value: '1', currency: 'EUR' }, { value: '2' }] };
    const same = {
      items: [{ currency: 'EUR', value: '1', description: '' }, { value: '2' }],
      office: 'NLRTM',
      reference: 'R',
    };
    expect(contentHash(same)).toBe(contentHash(base));
    const others = [
      { ...base, office: 'NLRTM ' },
      { ...base, items: base.items.toReversed() },
      { ...base, items: [...base.items, {}] },
      { ...base, unknown: { colour: 'red' } },
    ];
    expect(new Set([base, ...others].map(contentHash)).size).toBe(5);
  });
});
