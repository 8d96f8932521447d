import { parseDay } from '@/lib/kernel/dates';
import { type Layout, type Reading, rowByRow, UNDATED } from '../layout';
import type { SourceRow } from '../source-row';

const CODE = /^[A-Z]{3}$/;
const CODE_EXAMPLE = 'EUR';
const MONTH_DAYS = [31, 30, 29, 28];

/** Name and minor digits; null where there is no minor unit. */
function currencyOf(row: SourceRow, nameColumn: string, digitsColumn: string) {
  const name = row.required(nameColumn);
  if (['', '-'].includes(row.text(digitsColumn))) {
    if (row.isSound) row.note('no_minor_unit', digitsColumn);
    return null;
  }
  const digits = row.shaped(digitsColumn, /^[0-4]$/, '2');
  return { name, minorDigits: Number(digits) };
}

/** Currencies of ISO 4217 with their minor digits. */
export const ISO_CURRENCIES: Layout = {
  name: 'iso-currencies',
  kind: 'currencies',
  columns: ['code', 'numeric', 'name', 'minor_unit'],
  source: 'ISO 4217',
  listOf: () => 'iso',
  rows: rowByRow((row) => {
    const key = row.shaped('code', CODE, CODE_EXAMPLE);
    const value = currencyOf(row, 'name', 'minor_unit');
    return value && { rowKind: 'currency', key, value, ...UNDATED };
  }),
};

/** The end of the month in which a currency was withdrawn; null for one that ran out before the list acts. */
function withdrawal(row: SourceRow, { validFrom }: Reading): { validTo: string | null } | null {
  const sent = row.text('WithdrawalDate');
  if (sent === '') return { validTo: null };
  // Of some only the time within which it happened is known, of the oldest in years: its end counts.
  const [, last = ''] = /^(?:\d{4}(?:-\d{2})?(?: to |-))?(\d{4}(?:-\d{2})?)$/.exec(sent) ?? [];
  const month = last.length === 4 ? `${last}-12` : last;
  const validTo = MONTH_DAYS.map((day) => parseDay(`${month}-${day}`)).find((day) => day !== null);
  if (validTo === undefined) row.refuse('shape', 'WithdrawalDate', { example: '2026-01' });
  else if (validTo >= validFrom) return { validTo };
  else row.note('expired', 'WithdrawalDate');
  return null;
}

/** Currencies of ISO 4217 by the entities that use or used them; one withdrawn from all of them has a last month. */
export const ISO_CURRENCIES_EVER: Layout = {
  name: 'iso-currencies-with-withdrawn',
  kind: 'currencies',
  columns: ['Entity', 'Currency', 'AlphabeticCode', 'NumericCode', 'MinorUnit', 'WithdrawalDate'],
  source: 'ISO 4217',
  listOf: () => 'iso',
  rows: rowByRow((row, reading) => {
    // Entities without a currency of their own stand in the list too.
    if (row.text('AlphabeticCode') === '') return null;
    const key = row.shaped('AlphabeticCode', CODE, CODE_EXAMPLE);
    const period = withdrawal(row, reading);
    const value = period && currencyOf(row, 'Currency', 'MinorUnit');
    return value && { rowKind: 'currency', key, value, validFrom: null, validTo: period.validTo };
  }),
};
