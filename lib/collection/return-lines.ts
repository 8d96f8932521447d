import type { Problem } from '@/lib/kernel/problem';
import { typedMinor } from './amount-typed';
import { type CsvRow, readTable } from './csv-table';
import { monthOf, parseMonth } from './month';

/** Columns of a return of vendors: one row per scheme and month. */
export const RETURN_COLUMNS = ['scheme_id', 'month', 'sales_value', 'vat', 'currency'] as const;

export type ReturnLine = {
  readonly line: number;
  readonly schemeId: string;
  readonly month: string;
  readonly salesMinor: bigint;
  readonly vatMinor: bigint;
  readonly currency: string;
};

type Terms = { readonly today: string; readonly currency: string; readonly minorDigits: number };

/** A number of a scheme as the record writes it. */
const SCHEME = /^[0-9A-Z]{4,35}$/;

/** Reads what vendors declared. A scheme stands once for a month; a month that has not begun has no sales. */
export function readReturnLines(rows: readonly CsvRow[], terms: Terms): { lines: ReturnLine[]; problems: Problem[] } {
  const seen = new Set<string>();
  const { read, problems } = readTable(rows, RETURN_COLUMNS, ({ line, text }, fault): ReturnLine | null => {
    const schemeId = text('scheme_id');
    if (!SCHEME.test(schemeId)) fault('scheme', 'scheme_id', line, schemeId);
    const month = parseMonth(text('month'));
    if (month === null) fault('month', 'month', line, text('month'));
    else if (month > monthOf(terms.today)) fault('month_ahead', 'month', line, month);
    const salesMinor = typedMinor(text('sales_value'), terms.minorDigits);
    if (salesMinor === null) fault('amount', 'sales_value', line, text('sales_value'));
    const vatMinor = typedMinor(text('vat'), terms.minorDigits);
    if (vatMinor === null) fault('amount', 'vat', line, text('vat'));
    if (text('currency') !== terms.currency) fault('currency', 'currency', line, text('currency'));
    const key = `${schemeId} ${text('month')}`;
    if (seen.has(key)) fault('twice', 'scheme_id', line, key);
    seen.add(key);
    if (month === null || salesMinor === null || vatMinor === null) return null;
    return { line, schemeId, month, salesMinor, vatMinor, currency: terms.currency };
  });
  return { lines: read, problems };
}
