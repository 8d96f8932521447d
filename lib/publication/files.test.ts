import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { publishedCsv, tableRows } from './csv-lines';
import { SUM } from './datasets';
import { publishedParquet } from './parquet';
import { numberOf, publishedTable } from './published';
import { sdmxCsv, sdmxStructure } from './sdmx';
import { workbook } from './xlsx';

const told = (row: string, column: string, figures: readonly bigint[] | null) => ({ row, column, told: figures });
const TABLE = publishedTable(
  { dataset: 'imports', month: '2026-10', vintage: 2 },
  [
    told(SUM, SUM, [1_000_050n, 203n, 90_400n]),
    told('CN', SUM, [900_000n, 152n, 80_500n]),
    told('TR', SUM, null),
    told('-', SUM, [100_050n, 51n, 0n]),
    told(SUM, '61', [1_000_050n, 203n, 90_400n]),
    told('CN', '61', [900_000n, 152n, 80_500n]),
    told('TR', '61', null),
    told('-', '61', [100_050n, 51n, 0n]),
  ],
  { currency: 'EUR', minorDigits: 2, countBase: 5 },
);
const words = (_: string, member: string) => (member === 'CN' ? '=China' : `name of ${member}`);
const REMARK = 'Some figures, as they were.';
const csv = parse([...publishedCsv(TABLE, words, REMARK)].join('')) as string[][];
const sdmx = parse([...sdmxCsv(TABLE, REMARK)].join(''), { columns: true }) as Record<string, string>[];

/** The rows of the first sheet of a workbook, read as a spreadsheet program would: cells with their type. */
function readSheet(bytes: Uint8Array): { type: string; text: string }[][] {
  const files = unzipSync(bytes);
  const rows: { type: string; text: string }[][] = [];
  const parser = new SaxesParser();
  let type = '';
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'f') throw new Error('a formula');
    if (name === 'row') rows.push([]);
    if (name === 'c') {
      type = String(attributes.t ?? 'n');
      rows.at(-1)?.push({ type, text: '' });
    }
  });
  parser.on('text', (text) => {
    const cell = rows.at(-1)?.at(-1);
    if (cell) cell.text += text;
  });
  const name = Object.keys(files).find((path) => path.endsWith('sheet1.xml')) as string;
  parser.write(strFromU8(files[name] as Uint8Array)).close();
  return rows;
}

describe('a published table', () => {
  it('rounds counts to five, tells amounts in whole units and masses in whole kilograms', () => {
    expect(TABLE.figuresOf(SUM, SUM)).toEqual(['10001', '205', '90']);
    expect(TABLE.figuresOf('CN', '61')).toEqual(['9000', '150', '81']);
  });
  it('keeps what is hidden, nothing and not available apart', () => {
    expect(TABLE.figuresOf('TR', '61')).toEqual(['c', 'c', 'c']);
    expect(TABLE.figuresOf('TR', '62')).toEqual(['0', '0', '0']);
    expect(TABLE.figuresOf('-', '61')).toEqual(['1001', '50', ':']);
  });
});

describe('its files', () => {
  it('say the same as Parquet as in CSV, signs beside missing figures, and what they are in the foot', async () => {
    const file = publishedParquet(TABLE, words, REMARK, [['Title', 'Imports']]);
    const rows = await parquetReadObjects({ file });
    const [heads = [], ...lines] = csv;
    expect(rows).toHaveLength(lines.length);
    for (const [at, line] of lines.entries())
      for (const [place, head] of heads.entries()) {
        const value = rows[at]?.[head] ?? rows[at]?.[`${head}_sign`];
        expect(String(value).replace(/^=/, "'=")).toBe(line[place]);
      }
    expect(rows.find((row) => row.origin === 'TR')).toMatchObject({ items: null, items_sign: 'c', vintage: 2 });
    expect(parquetMetadata(file).key_value_metadata).toContainEqual({ key: 'Title', value: 'Imports' });
  });
  it('name their columns with units, and sums and what was not declared by their codes', () => {
    expect(csv[0]).toEqual([
      'month',
      'vintage',
      'remark',
      'origin',
      'origin_words',
      'chapter',
      'chapter_words',
      'value_eur',
      'items',
      'net_mass_kg',
    ]);
    expect(csv.map((line) => line[3])).toEqual(['origin', '_T', '_T', '_U', '_U', 'CN', 'CN', 'TR', 'TR']);
  });

  it('hold the same figures in CSV, SDMX-CSV and the workbook, cell by cell', () => {
    const sheet = readSheet(workbook([{ name: 'imports', rows: tableRows(TABLE, words, REMARK) }]));
    const plain = (text: string) => text.replace(/^'/, '');
    expect(sheet.map((cells) => cells.map(({ text }) => text))).toEqual(csv.map((line) => line.map(plain)));
    const fromSdmx = sdmx.map((line) =>
      line.CONF_STATUS === 'C' ? 'c' : line.OBS_STATUS === 'L' ? ':' : line.OBS_VALUE,
    );
    expect(fromSdmx).toEqual(csv.slice(1).flatMap((line) => line.slice(7)));
  });

  it('say on every line what has to be said of the whole table', () => {
    expect(new Set(csv.slice(1).map((line) => line[2]))).toEqual(new Set([REMARK]));
    expect(new Set(sdmx.map((line) => line.COMMENT_DSET))).toEqual(new Set([REMARK]));
  });

  it('add up alike', () => {
    const sum = (values: readonly (string | undefined)[]) =>
      values.reduce((whole, value) => whole + (numberOf(value ?? '') ?? 0), 0);
    const inCsv = sum(csv.slice(1).map((line) => line[7]));
    const sheet = readSheet(workbook([{ name: 'imports', rows: tableRows(TABLE, words) }]));
    expect(
      sum(
        sheet
          .slice(1)
          .filter((cells) => cells[7]?.type === 'n')
          .map((cells) => cells[7]?.text),
      ),
    ).toBe(inCsv);
    expect(sum(sdmx.filter((line) => line.INDICATOR === 'VALUE').map((line) => line.OBS_VALUE || '0'))).toBe(inCsv);
  });

  it('hold no text that a spreadsheet would run', () => {
    const sheet = readSheet(workbook([{ name: 'a', rows: tableRows(TABLE, words) }]));
    const dangerous = sheet.flat().filter(({ text }) => text.startsWith('='));
    expect(dangerous.length).toBeGreaterThan(0);
    expect(dangerous.every(({ type }) => type === 'inlineStr')).toBe(true);
    expect(csv.flat().some((text) => text.startsWith('='))).toBe(false);
  });

  it('are the same bytes whenever they are made', () => {
    const bytes = () => workbook([{ name: 'a', rows: tableRows(TABLE, words) }]);
    expect(Buffer.from(bytes()).equals(Buffer.from(bytes()))).toBe(true);
  });

  it('name in the structure every dimension, code and attribute of the SDMX-CSV', () => {
    const structure = JSON.parse(
      JSON.stringify(
        sdmxStructure(TABLE, { title: 'Imports', member: words, measure: (one) => one }, '2026-11-15T09:00:00Z'),
      ),
    );
    const lists = new Map<string, readonly string[]>(
      structure.data.codelists.map((list: { id: string; codes: { id: string }[] }) => [
        list.id,
        list.codes.map(({ id }) => id),
      ]),
    );
    for (const line of sdmx)
      for (const concept of ['FREQ', 'COUNTERPART_AREA', 'COMMODITY', 'INDICATOR'])
        expect(lists.get(`CL_${concept}`)).toContain(line[concept]);
    const { dimensionList, attributeList } = structure.data.dataStructures[0].dataStructureComponents;
    const named = [
      ...dimensionList.dimensions.map(({ id }: { id: string }) => id),
      dimensionList.timeDimension.id,
      'OBS_VALUE',
      ...attributeList.attributes.map(({ id }: { id: string }) => id),
    ];
    expect(
      Object.keys(sdmx[0] ?? {})
        .slice(3)
        .sort(),
    ).toEqual(named.sort());
  });
});
