import { type LawFault, lawFaults } from '@/lib/charges/law';
import { readMeasure } from '@/lib/charges/measure';
import { addDays } from '@/lib/kernel/dates';
import { parseDecimal } from '@/lib/kernel/decimal';
import { excerpt, type Problem } from '@/lib/kernel/problem';
import { isAbsurd, keyFault } from '@/lib/policy/change';
import type { PolicyParameter } from '@/lib/policy/parameter';
import { faultOf } from '@/lib/policy/rows-in-force';
import { CHANGES, type Changes, type ParameterChange } from './changes';

/** What changes are held against: the dated rows of the period, and what the author may touch. */
export type CheckedAgainst = {
  readonly period: { readonly fromOn: string; readonly toOn: string };
  /** The currency of the administration. */
  readonly currency: string;
  readonly rows: readonly PolicyParameter[];
  readonly officeIds: readonly string[];
  /** Versions of each profile there is. */
  readonly versions: ReadonlyMap<string, readonly number[]>;
};

export type CheckedChanges =
  | { readonly ok: true; readonly changes: Changes }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Dearer than any limit or flat amount of an economy, in major units: a slip of the pen. */
const ABSURD_DIGITS = 12;

const fault = (pointer: string, code: string, value?: unknown): Problem => ({
  code,
  severity: 'error',
  pointer,
  ...(value === undefined ? {} : { value: excerpt(typeof value === 'string' ? value : (JSON.stringify(value) ?? '')) }),
});

/** Reads changes as somebody typed them, and finds every fault of them: its place, its rule and the value. */
export function checkChanges(typed: string, against: CheckedAgainst): CheckedChanges {
  const sent = jsonOf(typed);
  const read = CHANGES.safeParse(sent);
  if (!read.success) {
    return {
      ok: false,
      problems: read.error.issues.map(({ path, message, code }) => {
        const rule = /^[a-z][a-z_]*$/.test(message) ? message : code;
        return fault(`changes.${named(path, sent).join('.')}`, rule, valueAt(sent, path));
      }),
    };
  }
  const changes = read.data;
  const problems = [
    ...changes.parameters.flatMap((change) => parameterFaults(change, against)),
    ...twice(changes.parameters, ({ kind, key }) => `changes.${kind}.${key}`),
    ...changes.slots
      .filter(({ officeId }) => !against.officeIds.includes(officeId))
      .map(({ officeId }) => fault(`changes.slots.${officeId}`, 'unknown_office', officeId)),
    ...twice(changes.slots, ({ officeId }) => `changes.slots.${officeId}`),
    ...changes.profiles.flatMap(({ profileId, version }) => {
      const known = against.versions.get(profileId);
      if (!known) return [fault(`changes.profiles.${profileId}`, 'unknown_profile', profileId)];
      if (version === null || known.includes(version)) return [];
      return [fault(`changes.profiles.${profileId}`, 'unknown_version', String(version))];
    }),
    ...twice(changes.profiles, ({ profileId }) => `changes.profiles.${profileId}`),
  ];
  return problems.length > 0 ? { ok: false, problems } : { ok: true, changes };
}

function jsonOf(typed: string): unknown {
  try {
    return JSON.parse(typed);
  } catch {
    return null;
  }
}

type Path = readonly PropertyKey[];

/** Offices and profiles are told by their own name instead of the place in the list. */
function named(path: Path, sent: unknown): readonly string[] {
  const [list, at, ...rest] = path.map(String);
  const one = at === undefined ? undefined : valueAt(sent, path.slice(0, 2));
  const name = list === 'slots' ? 'officeId' : list === 'profiles' ? 'profileId' : 'key';
  const own = typeof one === 'object' && one !== null ? Reflect.get(one, name) : undefined;
  return [list ?? '', ...(at === undefined ? [] : [typeof own === 'string' ? own : at]), ...rest];
}

function valueAt(sent: unknown, path: Path): unknown {
  let value = sent;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = Reflect.get(value, key);
  }
  return value;
}

function twice<Item>(items: readonly Item[], pointerOf: (item: Item) => string): readonly Problem[] {
  const pointers = items.map(pointerOf);
  return pointers.filter((one, index) => pointers.indexOf(one) < index).map((one) => fault(one, 'twice'));
}

function parameterFaults({ kind, key, value }: ParameterChange, against: CheckedAgainst): readonly Problem[] {
  const pointer = `changes.${kind}.${key}`;
  const wrongKey = keyFault(kind, key);
  if (wrongKey !== null) return [fault(pointer, wrongKey, key)];
  const at = ({ place, rule }: LawFault) =>
    fault(place === 'law' ? pointer : `${pointer}.${place}`, rule, valueAt(value, place.split('.')));
  const faults = kind === 'charge_law' ? lawFaults(value).map(at) : [];
  if (faults.length > 0) return faults;
  if (faultOf(kind, key, value) !== null) return [fault(pointer, 'policy_value', value)];
  const words = kind === 'duty_rate' && valueAt(value, ['ratePercent']) === null ? valueAt(value, ['text']) : undefined;
  if (typeof words === 'string' && !readMeasure(words, against.currency).ok) return [fault(pointer, 'no_rate', words)];
  if (isAbsurd(value)) return [fault(`${pointer}.ratePercent`, 'absurd_percentage', valueAt(value, ['ratePercent']))];
  return [...currencyFaults(pointer, kind, value, against), ...amountFaults(pointer, value, against)];
}

/** The law of another currency would have to be counted in another money: that is another administration. */
function currencyFaults(
  pointer: string,
  kind: string,
  value: unknown,
  { currency }: CheckedAgainst,
): readonly Problem[] {
  const own = kind === 'charge_law' ? valueAt(value, ['currency']) : currency;
  return own === currency ? [] : [fault(`${pointer}.currency`, 'other_currency', own)];
}

/** Amounts nobody can mean, and amounts in a currency that has no rate of exchange on some day of the period. */
function amountFaults(pointer: string, value: unknown, { currency, rows, period }: CheckedAgainst): readonly Problem[] {
  return amountsIn(value).flatMap(({ place, amount, currency: own }) => {
    const problems: Problem[] = [];
    const digits = (parseDecimal(amount) === null ? amount : amount.replace(/\..*/, '')).length;
    if (digits > ABSURD_DIGITS) problems.push(fault(`${pointer}.${place}.amount`, 'absurd_amount', amount));
    const day = own === currency ? null : firstDayWithout(rows, 'exchange_rate', own, period);
    if (day !== null) problems.push(fault(`${pointer}.${place}.currency`, 'rate_missing', `${own} ${day}`));
    return problems;
  });
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
  { fromOn, toOn }: { readonly fromOn: string; readonly toOn: string },
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
