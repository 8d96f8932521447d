import { parseDay } from '@/lib/kernel/dates';
import { excerpt, type Problem } from '@/lib/kernel/problem';
import { typedMinor } from './amount-typed';

/** Columns of a bank statement file, in any order; others are passed over. */
export const BANK_COLUMNS = ['paid_on', 'amount', 'currency', 'payer', 'reference'] as const;
type Column = (typeof BANK_COLUMNS)[number];

/** A row of a CSV file: its fields and the line it stands on. */
export type CsvRow = { readonly line: number; readonly fields: readonly string[]; readonly badQuotes: boolean };

export type BankLine = {
  readonly line: number;
  readonly paidOn: string;
  readonly amountMinor: bigint;
  readonly currency: string;
  readonly payer: string;
  readonly reference: string;
};

const TEXT_MAX = 140;
/** Lines of one file; a bank sends a day at a time. */
export const BANK_LINES_MAX = 10_000;

type Terms = { readonly today: string; readonly currency: string; readonly minorDigits: number };

/**
 * Reads the lines of a bank statement. Money that went out (a minus sign) is no payment to us and is passed over. A file with any fault is
 * refused whole, so that no line of it is entered twice when the mended file comes.
 */
export function readBankLines(rows: readonly CsvRow[], terms: Terms): { lines: BankLine[]; problems: Problem[] } {
  const [head, ...body] = rows;
  const problems: Problem[] = [];
  const fault = (code: string, pointer: string, line: number, value?: string) =>
    problems.push({ code, severity: 'error', pointer, line, ...(value === undefined ? {} : { value: excerpt(value) }) });
  const at = new Map(BANK_COLUMNS.map((column) => [column, head?.fields.indexOf(column) ?? -1]));
  for (const column of BANK_COLUMNS) if ((at.get(column) ?? -1) < 0) fault('column_missing', column, 1);
  if (problems.length === 0 && body.length === 0) fault('no_lines', '', 1);
  if (body.length > BANK_LINES_MAX) fault('too_many_lines', '', BANK_LINES_MAX + 2, String(body.length));
  if (problems.length > 0) return { lines: [], problems };
  const lines = body.flatMap(({ line, fields, badQuotes }): BankLine[] => {
    const text = (column: Column) => fields[at.get(column) ?? -1] ?? '';
    if (badQuotes || fields.length !== head?.fields.length) fault('row_broken', '', line, fields.join(','));
    if (text('amount').startsWith('-')) return [];
    const paidOn = parseDay(text('paid_on'));
    if (paidOn === null) fault('day', 'paid_on', line, text('paid_on'));
    else if (paidOn > terms.today) fault('day_ahead', 'paid_on', line, paidOn);
    const amountMinor = typedMinor(text('amount'), terms.minorDigits);
    if (amountMinor === null || amountMinor === 0n) fault('amount', 'amount', line, text('amount'));
    if (text('currency') !== terms.currency) fault('currency', 'currency', line, text('currency'));
    for (const column of ['payer', 'reference'] as const) {
      if (text(column).length > TEXT_MAX) fault('too_long', column, line, text(column));
    }
    if (paidOn === null || amountMinor === null) return [];
    return [{ line, paidOn, amountMinor, currency: terms.currency, payer: text('payer'), reference: text('reference') }];
  });
  return { lines, problems };
}
