import { readMeasure } from '@/lib/charges/measure';
import { addDays } from '@/lib/kernel/dates';
import { parseDecimal } from '@/lib/kernel/decimal';
import { excerpt, type Problem } from '@/lib/kernel/problem';
import { type ChangedKind, keyFault, letsOneAlone } from './change';
import { entryFaults } from './entry-faults';
import type { PolicyParameter } from './parameter';
import { faultsOf, type ValueFault } from './rows-in-force';

/** What a new value of a parameter is held against. */
export type HeldAgainst = {
  /** The days it would act. */
  readonly period: { readonly fromOn: string; readonly toOn: string };
  /** The currency of the administration, and its decimals. */
  readonly currency: string;
  readonly minorDigits: number;
  /** The dated rows that act in the period. */
  readonly rows: readonly PolicyParameter[];
};

type Part = { readonly kind: ChangedKind; readonly key: string; readonly value: unknown };

/** One fault, with the value at its place as it was sent. */
export const faultAt = (pointer: string, code: string, value?: unknown): Problem => ({
  code,
  severity: 'error',
  pointer,
  ...(value === undefined ? {} : { value: excerpt(typeof value === 'string' ? value : (JSON.stringify(value) ?? '')) }),
});

/** The part of a value at a path; undefined where there is none. */
export function valueAt(sent: unknown, path: readonly PropertyKey[]): unknown {
  let value = sent;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = Reflect.get(value, key);
  }
  return value;
}

/** Every fault of a new value of a parameter: its place under `pointer`, the rule it breaks and the value. None where it may stand. */
export function partFaults({ kind, key, value }: Part, pointer: string, against: HeldAgainst): readonly Problem[] {
  const wrongKey = keyFault(kind, key);
  if (wrongKey !== null) return [faultAt(pointer, wrongKey, key)];
  const told = (faults: readonly ValueFault[]) =>
    faults.map(({ place, rule }) => {
      const path = place === '' ? [] : place.split('.');
      return faultAt(
        [pointer, ...fieldOf(value, path)].join('.'),
        rule,
        path.length > 0 ? valueAt(value, path) : undefined,
      );
    });
  const ofShape = told(faultsOf(kind, key, value));
  if (ofShape.length > 0) return ofShape;
  const ofEntry = told(entryFaults(kind, value));
  if (ofEntry.length > 0) return ofEntry;
  if (letsOneAlone(kind, key, value)) return [faultAt(pointer, 'always_seconded')];
  const words = kind === 'duty_rate' && valueAt(value, ['ratePercent']) === null ? valueAt(value, ['text']) : undefined;
  if (typeof words === 'string' && !readMeasure(words, against.currency).ok) {
    return [faultAt(pointer, 'no_rate', words)];
  }
  return [...currencyFaults(pointer, { kind, key, value }, against), ...amountFaults(pointer, value, against)];
}

/** A list of words is one field, whichever of them is wrong. */
function fieldOf(value: unknown, path: readonly string[]): readonly string[] {
  const list = valueAt(value, path.slice(0, -1));
  return Array.isArray(list) && list.every((one) => typeof one === 'string') ? path.slice(0, -1) : path;
}

/** The law of another currency would have to be counted in another money: that is another administration. */
function currencyFaults(pointer: string, part: Part, { currency, minorDigits }: HeldAgainst): readonly Problem[] {
  const { kind, key, value } = part;
  if (kind === 'exchange_rate' && key === currency) return [faultAt(pointer, 'own_currency', key)];
  if (kind !== 'charge_law') return [];
  const own = valueAt(value, ['currency']);
  if (own !== currency) return [faultAt(`${pointer}.currency`, 'other_currency', own)];
  const digits = valueAt(value, ['minorDigits']);
  return digits === minorDigits ? [] : [faultAt(`${pointer}.minorDigits`, 'minor_digits', digits)];
}

/** Dearer than any limit or flat amount of an economy, in major units: a slip of the pen. */
const ABSURD_DIGITS = 12;
const isAbsurdAmount = (amount: string) =>
  (parseDecimal(amount) === null ? amount : amount.replace(/\..*/, '')).length > ABSURD_DIGITS;

/** Amounts nobody can mean, and amounts in a currency that has no rate of exchange on some day of the period. */
function amountFaults(pointer: string, value: unknown, { currency, rows, period }: HeldAgainst): readonly Problem[] {
  const plain = ['limit', 'valueAbove', 'correctionAbove', 'refundAloneUpTo', 'officerUpTo', 'highValue'].flatMap(
    (name) => {
      const amount = valueAt(value, [name]);
      return typeof amount === 'string' && isAbsurdAmount(amount)
        ? [faultAt(`${pointer}.${name}`, 'absurd_amount', amount)]
        : [];
    },
  );
  const ofCurrencies = amountsIn(value).flatMap(({ place, amount, currency: own }) => {
    const problems: Problem[] = [];
    if (isAbsurdAmount(amount)) problems.push(faultAt(`${pointer}.${place}.amount`, 'absurd_amount', amount));
    const day = own === currency ? null : firstDayWithout(rows, 'exchange_rate', own, period);
    if (day !== null) problems.push(faultAt(`${pointer}.${place}.currency`, 'rate_missing', `${own} ${day}`));
    return problems;
  });
  return [...plain, ...ofCurrencies];
}

type FoundAmount = { readonly place: string; readonly amount: string; readonly currency: string };

function amountsIn(value: unknown, path = ''): readonly FoundAmount[] {
  if (typeof value !== 'object' || value === null) return [];
  const { amount, currency } = value as { amount?: unknown; currency?: unknown };
  if (typeof amount === 'string' && typeof currency === 'string') return [{ place: path, amount, currency }];
  return Object.entries(value).flatMap(([name, part]) => amountsIn(part, path ? `${path}.${name}` : name));
}

/** The first day of a period on which no row of a key stands; null where one stands on every day. */
export function firstDayWithout(
  rows: readonly PolicyParameter[],
  kind: string,
  key: string,
  { fromOn, toOn }: HeldAgainst['period'],
): string | null {
  const own = rows
    .filter((row) => row.kind === kind && row.key === key)
    .sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  let day = fromOn;
  for (const { validFrom, validTo } of own) {
    if (validTo !== null && validTo < day) continue;
    if (validFrom > day) break;
    if (validTo === null || validTo >= toOn) return null;
    day = addDays(validTo, 1);
  }
  return day;
}
