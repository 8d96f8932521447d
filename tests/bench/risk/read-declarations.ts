import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { parseDay } from '@/lib/kernel/dates';
import { commodityKeys } from '@/lib/risk/model/commodity-keys';
import type { FeatureRow } from '@/lib/risk/model/plan';

/** Columns of the published layout (arXiv 2208.02484) that hold a code, and the field each becomes. */
const CODE_COLUMNS = {
  office: 'Office ID',
  processType: 'Process Type',
  importType: 'Import Type',
  importUse: 'Import Use',
  paymentType: 'Payment Type',
  transportMode: 'Mode of Transport',
  declarant: 'Declarant ID',
  importer: 'Importer ID',
  seller: 'Seller ID',
  courier: 'Courier ID',
  dispatch: 'Country of Departure',
  origin: 'Country of Origin',
  rate: 'Tax Rate',
  taxType: 'Tax Type',
  originIndicator: 'Country of Origin Indicator',
} as const;

const OTHER_COLUMNS = ['Declaration ID', 'Date', 'HS6 Code', 'Net Mass', 'Item Price', 'Fraud', 'Critical Fraud'];
const COLUMNS = [...Object.values(CODE_COLUMNS), ...OTHER_COLUMNS];

export type Declaration = {
  readonly id: string;
  readonly row: FeatureRow;
  readonly fraud: 0 | 1;
  readonly critical: 0 | 1;
  /** Price times rate: what a fraud puts at stake, for want of a revenue column. */
  readonly duty: number;
  /** What the makers of the data kept together with its label when they drew rows anew. */
  readonly block: string;
};

/** The declarations of a file, in the order of their days. @throws RangeError naming the columns that are missing, or the line that is no declaration. */
export function readDeclarations(path: string): Declaration[] {
  const [head = [], ...lines] = parse(readFileSync(path), { bom: true, skip_empty_lines: true }) as string[][];
  const missing = COLUMNS.filter((column) => !head.includes(column));
  if (missing.length > 0) {
    throw new RangeError(`${path} lacks the column${missing.length > 1 ? 's' : ''} ${missing.join(', ')}`);
  }
  if (lines.length === 0) throw new RangeError(`${path} holds no declarations`);
  const declarations = lines.map((line, at) => {
    const text = (column: string) => line[head.indexOf(column)]?.trim() ?? '';
    return declarationOf(text, `${path}, row ${at + 2}`);
  });
  return declarations.sort((a, b) => (a.row.day < b.row.day ? -1 : a.row.day > b.row.day ? 1 : 0));
}

function declarationOf(text: (column: string) => string, place: string): Declaration {
  const number = (column: string) => {
    const value = text(column) === '' ? null : Number(text(column));
    if (Number.isNaN(value)) throw new RangeError(`${place}: ${column} is no number: ${text(column)}`);
    return value;
  };
  const flag = (column: string, choices: readonly string[]) => {
    if (!choices.includes(text(column))) {
      throw new RangeError(`${place}: ${column} is one of ${choices.join(', ')}, not ${text(column)}`);
    }
    return text(column);
  };
  const day = parseDay(text('Date'));
  if (day === null) throw new RangeError(`${place}: Date is no day: ${text('Date')}`);
  const positive = (value: number | null) => (value !== null && value > 0 ? value : null);
  const netMass = positive(number('Net Mass'));
  const price = number('Item Price');
  const rate = number('Tax Rate');
  const duty = ((price ?? 0) * (rate ?? 0)) / 100;
  const codes: Record<string, string | null> = {
    ...Object.fromEntries(Object.entries(CODE_COLUMNS).map(([field, column]) => [field, text(column) || null])),
    ...(commodityKeys(text('HS6 Code')) ?? { hs2: null, hs4: null, hs6: null }),
    netMass: netMass === null ? null : String(netMass),
  };
  const { hs6, dispatch, origin, taxType } = codes;
  return {
    id: text('Declaration ID'),
    row: {
      day,
      codes,
      numbers: { netMass, price, rate, duty, unitPrice: netMass && price !== null ? positive(price / netMass) : null },
    },
    fraud: flag('Fraud', ['0', '1']) === '1' ? 1 : 0,
    // 1 is an ordinary fraud there, 2 a critical one.
    critical: flag('Critical Fraud', ['0', '1', '2']) === '2' ? 1 : 0,
    duty,
    block: [hs6, dispatch, origin, rate, taxType, text('Net Mass')].join('|'),
  };
}
