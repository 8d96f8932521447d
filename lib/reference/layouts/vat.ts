import { addDays, dayOf, parseInstant } from '@/lib/kernel/dates';
import { formatScaled, parseDecimal } from '@/lib/kernel/decimal';
import { BEFORE_RECORDS, type Layout, rowByRow } from '../layout';
import type { ReferenceRow } from '../row';
import { plainDecimal, type SourceRow } from '../source-row';

const COUNTRY = /^[A-Z]{2}$/;
const EXAMPLE = 'NL';
/** Codes that VAT law uses beside ISO 3166-1. */
const ISO: Readonly<Record<string, string>> = { EL: 'GR', UK: 'GB' };

function rateRow(
  country: string,
  ratePercent: string,
  validFrom: string,
  validTo: string | null,
): Omit<ReferenceRow, 'line'> {
  return {
    rowKind: 'vat_rate',
    key: `country:${ISO[country] ?? country}`,
    value: { ratePercent, prefixes: [] },
    validFrom: validFrom < BEFORE_RECORDS ? BEFORE_RECORDS : validFrom,
    validTo,
  };
}

/** A share such as `0.077` as per cent; null for no decimal. */
function percentOf(share: string): string | null {
  const parsed = parseDecimal(share);
  if (!parsed || parsed.digits < 0n) return null;
  return parsed.scale < 2
    ? (parsed.digits * 10n ** BigInt(2 - parsed.scale)).toString()
    : plainDecimal(formatScaled(parsed.digits, parsed.scale - 2));
}

/** Rates by country and first day. Which goods the reduced rates are for stands nowhere in it. */
export const VAT_BY_PERIOD: Layout = {
  name: 'vat-by-period',
  kind: 'vat',
  columns: ['country', 'effective_from', 'rate_type', 'rate_pct'],
  source: 'VAT rates of the Member States by period (ibericode/vat-rates, after European Commission tables)',
  isDated: true,
  listOf: () => null,
  rows: rowByRow((row) => {
    const country = row.shaped('country', COUNTRY, EXAMPLE);
    const from = row.day('effective_from');
    const rate = row.decimal('rate_pct', 4);
    if (row.required('rate_type') !== 'standard') {
      if (row.isSound) row.note('rate_without_goods', 'rate_type');
      return null;
    }
    return rateRow(country, rate, from ?? BEFORE_RECORDS, null);
  }),
};

/** Publishers write the last moment of the old rate, an hour or three before midnight in Greenwich. */
const LATE_HOURS_MS = 3 * 3_600_000;

/** Former rates by the instant until which each held, oldest first; null where the field cannot be read. */
function formerRates(text: string): { until: string; percent: string }[] | null {
  try {
    const before = JSON.parse(text) as Record<string, { rate?: unknown }>;
    const rates = Object.entries(before).map(([instant, { rate }]) => {
      const at = parseInstant(instant);
      const percent = percentOf(String(rate));
      return at && percent !== null ? { until: dayOf(new Date(at.getTime() + LATE_HOURS_MS)), percent } : null;
    });
    const sound = rates.filter((rate) => rate !== null);
    return sound.length === rates.length ? sound.sort((a, b) => (a.until < b.until ? -1 : 1)) : null;
  } catch {
    return null;
  }
}

function formerRows(row: SourceRow, country: string): Omit<ReferenceRow, 'line'>[] | null {
  const former = formerRates(row.text('before') || '{}');
  if (!former) {
    row.refuse('history', 'before');
    return null;
  }
  const rows: Omit<ReferenceRow, 'line'>[] = [];
  let from = BEFORE_RECORDS;
  for (const { until, percent } of former) {
    rows.push(rateRow(country, percent, from, null));
    from = until;
  }
  return [...rows, rateRow(country, row.decimal('standard_rate_pct', 4), from, null)];
}

/** Standard rates of the world with their dated predecessors. */
export const VAT_STANDARD: Layout = {
  name: 'vat-standard',
  kind: 'vat',
  columns: ['country', 'tax_type', 'currency', 'standard_rate_pct', 'has_states', 'before'],
  source: 'Standard VAT and GST rates by country (node-sales-tax)',
  isDated: true,
  listOf: () => null,
  rows: rowByRow((row) => {
    const country = row.shaped('country', COUNTRY, EXAMPLE);
    if (row.required('tax_type') === 'none') {
      if (row.isSound) row.note('tax_unknown', 'tax_type');
      return null;
    }
    if (row.text('has_states') === '1') row.note('has_subdivisions', 'has_states');
    return formerRows(row, country);
  }),
};

/** Standard rates since their beginning, with special territories. A row ends on the day its successor begins. */
export const VAT_HISTORY: Layout = {
  name: 'vat-history',
  kind: 'vat',
  columns: ['start_date', 'stop_date', 'territory_codes', 'currency_code', 'rate', 'rate_type'],
  source: 'History of standard VAT rates (kdeldycke/vat-rates)',
  isDated: true,
  listOf: () => null,
  rows: rowByRow((row) => {
    const from = row.day('start_date');
    if (from === null && row.isSound) row.refuse('required', 'start_date');
    const stop = row.day('stop_date');
    const percent = percentOf(row.required('rate'));
    if (percent === null) row.refuse('decimal', 'rate');
    if (from !== null && stop !== null && stop <= from) row.refuse('period', 'stop_date', { begins: from });
    if (!row.isSound || from === null || percent === null) return null;
    const territories = row.required('territory_codes').split('\n');
    const countries = new Set(territories.filter((code) => COUNTRY.test(code)).map((code) => ISO[code] ?? code));
    if (territories.some((code) => !COUNTRY.test(code))) row.note('part_of_country', 'territory_codes');
    const validTo = stop === null ? null : addDays(stop, -1);
    if (validTo !== null && validTo < BEFORE_RECORDS) return null;
    return [...countries].map((country) => rateRow(country, percent, from, validTo));
  }),
};
