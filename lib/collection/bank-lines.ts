import { parseDay } from '@/lib/kernel/dates';
import type { Problem } from '@/lib/kernel/problem';
import { typedMinor } from './amount-typed';
import { type CsvRow, readTable } from './csv-table';

/** Columns of a bank statement file. */
export const BANK_COLUMNS = ['paid_on', 'amount', 'currency', 'payer', 'reference'] as const;

export type BankLine = {
  readonly line: number;
  readonly paidOn: string;
  readonly amountMinor: bigint;
  readonly currency: string;
  readonly payer: string;
  readonly reference: string;
};

const TEXT_MAX = 140;

type Terms = { readonly today: string; readonly currency: string; readonly minorDigits: number };

/**
 * Reads the lines of a bank statement. Money that went out (a minus sign) is no payment to us and is passed over. A file with any fault is
 * refused whole, so that no line of it is entered twice when the mended file comes.
 */
export function readBankLines(rows: readonly CsvRow[], terms: Terms): { lines: BankLine[]; problems: Problem[] } {
  const { read, problems } = readTable(rows, BANK_COLUMNS, ({ line, text }, fault): BankLine | null => {
    if (text('amount').startsWith('-')) return null;
    const paidOn = parseDay(text('paid_on'));
    if (paidOn === null) fault('day', 'paid_on', line, text('paid_on'));
    else if (paidOn > terms.today) fault('day_ahead', 'paid_on', line, paidOn);
    const amountMinor = typedMinor(text('amount'), terms.minorDigits);
    if (amountMinor === null || amountMinor === 0n) fault('amount', 'amount', line, text('amount'));
    if (text('currency') !== terms.currency) fault('currency', 'currency', line, text('currency'));
    for (const column of ['payer', 'reference'] as const) {
      if (text(column).length > TEXT_MAX) fault('too_long', column, line, text(column));
    }
    if (paidOn === null || amountMinor === null) return null;
    return { line, paidOn, amountMinor, currency: terms.currency, payer: text('payer'), reference: text('reference') };
  });
  return { lines: read, problems };
}
