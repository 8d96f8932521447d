import { divideRounded, formatScaled, parseDecimal } from '@/lib/kernel/decimal';
import { type Layout, type Reading, rowByRow } from '../layout';
import type { ReferenceRow } from '../row';
import { plainDecimal, type SourceRow } from '../source-row';

const CURRENCY = /^[A-Z]{3}$/;
const PLACES = 10;

/** Rates as units of each currency that one unit of the base buys, with the day each begins in a column of some name. */
const ratesFrom = (column: string): Layout['rows'] =>
  rowByRow((row, { currency: own }) => {
    const day = row.day(column);
    if (day === null && row.isSound) row.refuse('required', column);
    const currency = row.shaped('currency', CURRENCY, 'USD');
    const rate = row.decimal('rate', PLACES);
    if (!/[1-9]/.test(rate) && row.isSound) row.refuse('decimal', 'rate');
    if (row.text('base') !== own) row.refuse('base_currency', 'base', { expected: own });
    return { rowKind: 'exchange_rate', key: currency, value: { unitsPerBase: rate }, validFrom: day, validTo: null };
  });

/** By day of publication. */
export const ECB_DAILY: Layout = {
  name: 'ecb-daily',
  kind: 'exchange-rates',
  columns: ['date', 'base', 'currency', 'rate'],
  source: 'European Central Bank, euro foreign exchange reference rates',
  isDated: true,
  listOf: () => null,
  rows: ratesFrom('date'),
};

/** The table an administration draws up for itself, by the first day each rate is valid. */
export const OWN_RATES: Layout = {
  name: 'own-rates',
  kind: 'exchange-rates',
  columns: ['valid_from', 'base', 'currency', 'rate'],
  source: 'The administration, its own table of rates',
  isDated: true,
  listOf: () => null,
  rows: ratesFrom('valid_from'),
};

/** Countries as the Federal Reserve names them, and their money. */
const MONEY: Readonly<Record<string, string>> = {
  Australia: 'AUD',
  Brazil: 'BRL',
  Canada: 'CAD',
  China: 'CNY',
  Denmark: 'DKK',
  Euro: 'EUR',
  'Hong Kong': 'HKD',
  India: 'INR',
  Japan: 'JPY',
  Malaysia: 'MYR',
  Mexico: 'MXN',
  'New Zealand': 'NZD',
  Norway: 'NOK',
  Singapore: 'SGD',
  'South Africa': 'ZAR',
  'South Korea': 'KRW',
  'Sri Lanka': 'LKR',
  Sweden: 'SEK',
  Switzerland: 'CHF',
  Taiwan: 'TWD',
  Thailand: 'THB',
  'United Kingdom': 'GBP',
  Venezuela: 'VES',
};

/** Release H.10 quotes these as dollars for one unit, all others as units for one dollar; copies of it may have turned them. */
const PER_UNIT = new Set(['AUD', 'EUR', 'GBP', 'NZD']);
/** A pound has always been worth more than a dollar, so its figure tells which way round the four are quoted. */
const SIGN = 'GBP';
/** Money of another worth bore the name before (Banco Central de Venezuela, decree of 1 October 2021). */
const REDENOMINATED: Readonly<Record<string, string>> = { VES: '2021-10-01' };
const SIGNIFICANT = 6;

type Quote = { readonly row: SourceRow; readonly currency: string; readonly rate: string };

/** `a / b` with six significant figures, rounded half up. */
export function quotient(a: string, b: string): string {
  const [left, right] = [parseDecimal(a), parseDecimal(b)];
  if (!left || !right || right.digits === 0n) throw new RangeError(`cannot divide ${a} by ${b}`);
  const dividend = left.digits * 10n ** BigInt(right.scale);
  const divisor = right.digits * 10n ** BigInt(left.scale);
  let scale = SIGNIFICANT;
  // Enough places that six figures stand after the leading noughts, and no more than six where there is a whole part.
  for (let whole = dividend / divisor; whole > 0n && scale > 0; whole /= 10n) scale -= 1;
  for (let small = dividend * 10n; small < divisor && scale < 20; small *= 10n) scale += 1;
  return plainDecimal(formatScaled(divideRounded(dividend * 10n ** BigInt(scale), divisor, 'halfUp'), scale));
}

function nextMonth(day: string): string {
  const [year = 0, month = 0] = day.split('-').map(Number);
  return month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
}

/** Units for one dollar of every quote of a month; what cannot be known is refused. */
function perDollar(quotes: readonly Quote[]): Map<string, Quote> {
  const sign = quotes.find(({ currency }) => currency === SIGN);
  const isTurned = sign !== undefined && Number(sign.rate) > 1;
  const known = new Map<string, Quote>();
  for (const quote of quotes) {
    const { row, currency, rate } = quote;
    if (!PER_UNIT.has(currency)) {
      known.set(currency, quote);
    } else if (!sign) {
      row.refuse('quotation_unclear', 'Exchange rate', { sign: SIGN });
    } else if (isTurned) {
      row.note('quoted_per_unit', 'Exchange rate');
      known.set(currency, { ...quote, rate: quotient('1', rate) });
    } else {
      known.set(currency, quote);
    }
  }
  return known;
}

function* monthRows(month: string, quotes: readonly Quote[], own: string): Generator<ReferenceRow> {
  const rates = perDollar(quotes);
  const base = own === 'USD' ? '1' : rates.get(own)?.rate;
  if (base === undefined) {
    quotes[0]?.row.refuse('base_missing', 'Country', { currency: own, month });
    return;
  }
  const first = nextMonth(month);
  const rowOf = (currency: string, unitsPerBase: string, line: number): ReferenceRow => ({
    rowKind: 'exchange_rate',
    key: currency,
    value: { unitsPerBase },
    validFrom: first,
    validTo: null,
    line,
  });
  if (own !== 'USD') yield rowOf('USD', quotient('1', base), quotes[0]?.row.line ?? 1);
  for (const [currency, { row, rate }] of rates) {
    if (currency === own) continue;
    if (first < (REDENOMINATED[currency] ?? '')) row.note('before_redenomination', 'Country');
    else yield rowOf(currency, own === 'USD' ? plainDecimal(rate) : quotient(rate, base), row.line);
  }
}

function quoteOf(row: SourceRow): { month: string; quote: Quote } | null {
  const month = row.day('Date');
  const currency = MONEY[row.required('Country')];
  if (currency === undefined) row.refuse('not_in_list', 'Country', { expected: Object.keys(MONEY).join(', ') });
  const rate = row.decimal('Exchange rate', PLACES);
  if (!/[1-9]/.test(rate) && row.isSound) row.refuse('decimal', 'Exchange rate');
  if (month === null && row.isSound) row.refuse('required', 'Date');
  return row.isSound && month !== null && currency !== undefined ? { month, quote: { row, currency, rate } } : null;
}

/** Monthly averages against the dollar. The average of a month is known when it is over, and acts in the month after it. */
export const FED_MONTHLY: Layout = {
  name: 'fed-monthly',
  kind: 'exchange-rates',
  columns: ['Date', 'Country', 'Exchange rate'],
  source: 'Federal Reserve, release H.10, monthly averages, turned to the own currency',
  isDated: true,
  listOf: () => null,
  async *rows(source, { currency }: Reading) {
    const months = new Map<string, Quote[]>();
    for await (const row of source) {
      const read = quoteOf(row);
      if (!read) continue;
      const month = months.get(read.month);
      if (month) month.push(read.quote);
      else months.set(read.month, [read.quote]);
    }
    for (const [month, quotes] of [...months].sort(([a], [b]) => (a < b ? -1 : 1)))
      yield* monthRows(month, quotes, currency);
  },
};
