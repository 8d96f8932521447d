import { CURRENCY_MINOR_DIGITS } from '@/lib/codes/currencies';
import { formatScaled, type Rounding } from '@/lib/kernel/decimal';
import {
  compare,
  fromMinor,
  HUNDREDTH,
  minus,
  ONE,
  over,
  parseRational,
  plus,
  type Rational,
  rationalText,
  times,
  ZERO,
} from '@/lib/kernel/rational';
import { dutyOn } from './duty-on';
import { type Measure, readMeasure, type Unit, unitOf } from './measure';
import { roundTo } from './round';

/** The columns of a file of worked charges. */
export const CHECK_COLUMNS = ['base', 'rate', 'kind', 'amount', 'currency', 'rounding'] as const;
export type CheckColumn = (typeof CHECK_COLUMNS)[number];
export type CheckRow = Readonly<Record<CheckColumn, string>>;

/** `exact`: the engine gives the amount of the row; `different`: it gives another; `bad`: the row cannot be read. */
export type Checked =
  | {
      readonly outcome: 'exact' | 'different';
      readonly expected: string;
      readonly worked: string;
      readonly working: string;
    }
  | { readonly outcome: 'bad'; readonly column: CheckColumn; readonly rule: string; readonly value: string };

const MODES: Readonly<Record<string, Rounding>> = {
  halfup: 'halfUp',
  halfawayfromzero: 'halfUp',
  nearest: 'halfUp',
  halfdown: 'halfDown',
  halftowardzero: 'halfDown',
  commercial: 'halfUp',
  halfeven: 'halfEven',
  bankers: 'halfEven',
  banker: 'halfEven',
  bankersrounding: 'halfEven',
  halftoeven: 'halfEven',
  nearesteven: 'halfEven',
  up: 'up',
  awayfromzero: 'up',
  down: 'down',
  truncate: 'down',
  trunc: 'down',
  towardzero: 'down',
  ceiling: 'ceiling',
  ceil: 'ceiling',
  floor: 'floor',
};

/** How each kind comes from base and rate. */
const KINDS: Readonly<Record<string, (base: Rational, rate: Rational) => Rational>> = {
  ad_valorem: (base, rate) => times(base, times(rate, HUNDREDTH)),
  /** `base` is the quantity, `rate` the amount for one unit of it. */
  specific: times,
  flat: (_base, rate) => rate,
  flat_per_item: times,
  /** The tax is part of its own base. */
  inside: (base, rate) => times(over(base, minus(ONE, times(rate, HUNDREDTH))), times(rate, HUNDREDTH)),
  /** The tax that a price with tax contains. */
  included: (base, rate) => times(over(base, plus(ONE, times(rate, HUNDREDTH))), times(rate, HUNDREDTH)),
  /** `rate` is units of the currency of the base that one unit of `currency` buys. */
  exchange: over,
};

const ALIASES: Readonly<Record<string, string>> = {
  percent: 'ad_valorem',
  percentage: 'ad_valorem',
  advalorem: 'ad_valorem',
  duty: 'ad_valorem',
  vat: 'ad_valorem',
  gst: 'ad_valorem',
  tax: 'ad_valorem',
  flat_per_subheading: 'flat_per_item',
  per_item: 'flat_per_item',
  per_unit: 'specific',
  tax_inside: 'inside',
  per_kg: 'specific',
  mixed: 'compound',
  fee: 'flat',
  fixed: 'flat',
  excise: 'ad_valorem',
  sales_tax: 'ad_valorem',
  inside_tax: 'inside',
  icms: 'inside',
  inclusive: 'included',
  vat_included: 'included',
  tax_included: 'included',
  conversion: 'exchange',
};

/** The kinds a file may name besides `compound`, which takes a whole rate as tariffs print it. */
export const CHECK_KINDS: readonly string[] = [...Object.keys(KINDS), 'compound'];

const worded = (text: string) =>
  text
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');

function roundingOf(text: string): { mode: Rounding; step: string | null } | null {
  const [, name = '', step] = /^\s*([A-Za-z_ -]+?)\s*(?:[:@]\s*(\d+(?:\.\d+)?))?\s*$/.exec(text) ?? [];
  const mode =
    MODES[
      name
        .toLowerCase()
        .replace(/[^a-z]/g, '')
        .replace(/^round(?=.)/, '')
    ];
  return mode && (step === undefined || /[1-9]/.test(step)) ? { mode, step: step ?? null } : null;
}

const HUNDRED = over(ONE, HUNDREDTH);

/** The one unit a rate counts in; null where it has none or several. */
function unitIn({ terms, least, most }: Measure): Unit | null {
  const all = [...terms, ...(least ?? []), ...(most ?? [])];
  const units = new Set(all.flatMap((term) => (term.kind === 'specific' ? [term.unit] : [])));
  const [only = null] = units;
  return units.size === 1 ? only : null;
}

/**
 * `60.00; 5 kg; 2 item`: the value, and the quantities a compound duty goes by. A quantity without its unit is one of the only unit of the
 * rate. Of a specific duty the base is the quantity alone.
 */
function compoundBase(
  text: string,
  measure: Measure,
  kind: string,
): { value: Rational; quantities: Map<Unit, Rational> } | null {
  const parts = text.split(/[;|]/).map((part) => part.trim());
  const isQuantity = kind === 'specific' && parts.length === 1;
  const [head = '', ...counted] = isQuantity ? ['0', ...parts] : parts;
  const value = parseRational(head);
  if (!value) return null;
  const quantities = new Map<Unit, Rational>();
  for (const one of counted) {
    const [, number = '', word = ''] = /^(\d+(?:\.\d+)?)\s*(.*)$/.exec(one) ?? [];
    const sole = unitIn(measure);
    const quantity = parseRational(number);
    const unit = word === '' && sole !== null ? { unit: sole, per: ONE } : unitOf(word);
    if (!quantity || !unit) return null;
    quantities.set(unit.unit, times(quantity, unit.per));
  }
  return { value, quantities };
}

type Exact =
  | { readonly amount: Rational; readonly working: string }
  | { readonly column: CheckColumn; readonly rule: string };

/** An amount for a unit that names no currency is one of the currency of its line: `12% + 1.5/kg`. */
const withCurrency = (rate: string, currency: string) =>
  rate.replace(/(?<![A-Z$¢]\s*)(?<![\d.])(\d+(?:\.\d+)?)\s*(?=\/|per\s)/g, `$1 ${currency} `);

function compound(row: CheckRow, kind: string, currency: string): Exact {
  const read = readMeasure(withCurrency(row.rate.trim(), currency), currency);
  if (!read.ok) return { column: 'rate', rule: `${read.fault.rule} at ${read.fault.at}` };
  const base = compoundBase(row.base, read.measure, kind);
  if (!base) return { column: 'base', rule: 'no_decimal_with_quantities' };
  const { value, quantities } = base;
  const duty = dutyOn(read.measure, { value, currency, quantities, unitsPerBase: new Map() });
  if (duty.ok) return { amount: duty.amount, working: duty.working.join('; ') };
  const isQuantity = duty.fault.rule === 'quantity_missing';
  return {
    column: isQuantity ? 'base' : 'rate',
    rule: `${duty.fault.rule} ${isQuantity ? duty.fault.unit : duty.fault.currency}`,
  };
}

function exactOf(row: CheckRow, kind: string, currency: string): Exact {
  const isPlain = /^-?[\d.]+\s*%?$/.test(row.rate.trim());
  if (kind === 'compound' || !isPlain) return compound(row, kind, currency);
  const formula = KINDS[kind];
  if (!formula) return { column: 'kind', rule: 'unknown_kind' };
  const base = parseRational(row.base.trim());
  if (!base) return { column: 'base', rule: 'no_decimal' };
  const rate = parseRational(row.rate.trim().replace(/\s*%$/, ''));
  if (!rate) return { column: 'rate', rule: 'no_decimal' };
  if (rate.over < 0n) return { column: 'rate', rule: 'negative' };
  if (kind === 'exchange' && rate.over === 0n) return { column: 'rate', rule: 'nil' };
  if (kind === 'inside' && compare(rate, HUNDRED) >= 0) return { column: 'rate', rule: 'absurd_percentage' };
  const amount = formula(base, rate);
  return { amount, working: `${kind}: ${row.rate.trim()} on ${row.base.trim()} = ${rationalText(amount)}` };
}

/** Works a row out and compares to the minor unit; a row that cannot be read is told with its column and rule. */
export function checkRow(row: CheckRow): Checked {
  const bad = (column: CheckColumn, rule: string): Checked => ({ outcome: 'bad', column, rule, value: row[column] });
  const lacking = CHECK_COLUMNS.find((column) => row[column].trim() === '');
  if (lacking) return bad(lacking, 'missing');
  const currency = row.currency.trim().toUpperCase();
  const digits = CURRENCY_MINOR_DIGITS.get(currency);
  if (digits === undefined) return bad('currency', 'unknown_currency');
  const named = worded(row.kind);
  const kind = ALIASES[named] ?? named;
  if (!CHECK_KINDS.includes(kind)) return bad('kind', 'unknown_kind');
  const rounding = roundingOf(row.rounding);
  if (!rounding) return bad('rounding', 'unknown_rounding');
  const expected = parseRational(row.amount.trim());
  if (!expected) return bad('amount', 'no_decimal');
  const exact = exactOf(row, kind, currency);
  if ('rule' in exact) return bad(exact.column, exact.rule);
  const step = rounding.step ?? formatScaled(1n, digits);
  const minor = roundTo(exact.amount, { step, mode: rounding.mode, level: 'line' }, digits);
  const isExact = compare(minus(expected, fromMinor(minor, digits)), ZERO) === 0;
  return {
    outcome: isExact ? 'exact' : 'different',
    expected: row.amount.trim(),
    worked: formatScaled(minor, digits),
    working: `${exact.working}, ${rounding.mode} to ${step}`,
  };
}
