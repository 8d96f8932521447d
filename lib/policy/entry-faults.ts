import { compare, rational } from '@/lib/kernel/rational';
import type { ChangedKind } from './change';
import type { ValueFault } from './rows-in-force';

/** Beyond a thousand per cent a rate is a slip of the pen. */
const PERCENT_MAX = 1_000;
/** A year: whatever runs longer is a period of law, not a clock of the desk. */
const CLOCK_MINUTES_MAX = 527_040;
/** No scheme has numbers as long. */
const SCHEME_DIGITS_MAX = 20;
/** Units of the weakest currency for one of the strongest, and the other way round. */
const RATE_BOUNDS = ['0.0000001', '10000000'] as const;
/** No office has hands for more controls a day. */
const SLOTS_MAX = 100_000;
/** No history is asked for more cases than that. */
const COUNT_MAX = 1_000_000;
/** Nobody rounds an amount to more than a thousand units of a currency. */
const STEP_MAX = 1_000;

type Parts = Readonly<Record<string, unknown>>;

/**
 * What nobody can mean although it has the shape of its kind, by place and rule. Asked of what is entered alone: rows that stand
 * were entered under the rules of their day and are read as they are.
 */
export function entryFaults(kind: ChangedKind, value: unknown): readonly ValueFault[] {
  const parts = value as Parts;
  switch (kind) {
    case 'charge_law':
      return lawFaults(parts);
    case 'threshold':
      return [
        ...(parts.citation === '' ? [{ place: 'citation', rule: 'required' }] : []),
        ...over(parts, 'digitsAfterState', SCHEME_DIGITS_MAX, 'absurd_digits'),
        ...twice(parts, 'excluded'),
        ...twice(parts, 'stateCodes'),
      ];
    case 'vat_rate':
      return [...percentFaults(parts), ...twice(parts, 'prefixes')];
    case 'duty_rate':
      return percentFaults(parts);
    case 'exchange_rate':
      return rateFaults(parts);
    case 'clock':
      return over(parts, 'minutes', CLOCK_MINUTES_MAX, 'absurd_minutes');
    case 'shift':
      return twice(parts, 'ends');
    case 'collection':
      return twice(parts, 'paidBefore');
    case 'second_officer':
      return [...twice(parts, 'decisions'), ...twice(parts, 'unexaminedIn')];
    case 'power':
      return [...powerFaults(parts), ...twice(parts, 'roles')];
    case 'capacity':
      return over(parts.slots as Parts, 'documents', SLOTS_MAX, 'absurd_count')
        .concat(over(parts.slots as Parts, 'nii', SLOTS_MAX, 'absurd_count'))
        .concat(over(parts.slots as Parts, 'physical', SLOTS_MAX, 'absurd_count'))
        .map(({ place, rule }) => ({ place: `slots.${place}`, rule }));
    case 'indicator':
      return indicatorFaults(parts);
    // The shapes of these bound all they hold.
    case 'retention':
    case 'appeal':
    case 'trust':
    case 'second_look':
    case 'lane':
    case 'random':
      return [];
  }
}

/** Every figure of an indicator, however deep it lies: per cents and counts nobody can mean, ranges that hold nothing, and lists. */
function indicatorFaults(parts: Parts, within = ''): readonly ValueFault[] {
  return Object.entries(parts).flatMap(([name, part]): readonly ValueFault[] => {
    const place = `${within}${name}`;
    if (typeof part === 'number') {
      if (/percent$/i.test(name)) return part > PERCENT_MAX ? [{ place, rule: 'absurd_percentage' }] : [];
      return part > COUNT_MAX ? [{ place, rule: 'absurd_count' }] : [];
    }
    if (typeof part !== 'object' || part === null) return [];
    if (Array.isArray(part) && part.every((one) => typeof one === 'string')) {
      return new Set(part).size < part.length ? [{ place, rule: 'twice' }] : [];
    }
    const { low, high } = part as Parts;
    const isEmpty = typeof low === 'string' && typeof high === 'string' && compare(rational(low), rational(high)) > 0;
    return [
      ...(isEmpty ? [{ place: `${place}.low`, rule: 'range_empty' }] : []),
      ...indicatorFaults(part as Parts, `${place}.`),
    ];
  });
}

/** Goods that nobody may decide on would stay for ever. */
function powerFaults({ roles, officerUpTo }: Parts): readonly ValueFault[] {
  const named = roles as readonly string[];
  if (named.length === 0) return [{ place: 'roles', rule: 'required' }];
  if (officerUpTo === null) return [];
  if (!named.includes('officer')) return [{ place: 'officerUpTo', rule: 'no_power_to_limit' }];
  return named.includes('supervisor') ? [] : [{ place: 'officerUpTo', rule: 'nobody_above' }];
}

/** Steps of rounding, and bands and fees that name what is not there. */
function lawFaults(law: Parts): readonly ValueFault[] {
  const steps = ['dutyBase', 'duty', 'taxBase', 'tax'].flatMap((name) => {
    const step = (law[name] as Parts | undefined)?.step;
    const isAbsurd = typeof step === 'string' && compare(rational(step), rational(String(STEP_MAX))) > 0;
    return isAbsurd ? [{ place: `${name}.step`, rule: 'absurd_amount' }] : [];
  });
  const bands = (law.bands as readonly Parts[]).map(({ key }) => key);
  const fees = (law.fees as readonly Parts[]).flatMap((fee, index) =>
    (fee.bands as readonly string[]).some((band) => !bands.includes(band))
      ? [{ place: `fees.${index}.bands`, rule: 'unknown_band' }]
      : [],
  );
  return [...steps, ...fees];
}

function percentFaults({ ratePercent }: Parts): readonly ValueFault[] {
  const isAbsurd = typeof ratePercent === 'string' && compare(rational(ratePercent), rational(String(PERCENT_MAX))) > 0;
  return isAbsurd ? [{ place: 'ratePercent', rule: 'absurd_percentage' }] : [];
}

function rateFaults({ unitsPerBase }: Parts): readonly ValueFault[] {
  const rate = rational(String(unitsPerBase));
  const [least, most] = RATE_BOUNDS;
  const isAbsurd = compare(rate, rational(least)) < 0 || compare(rate, rational(most)) > 0;
  return isAbsurd ? [{ place: 'unitsPerBase', rule: 'absurd_rate' }] : [];
}

function over(parts: Parts, place: string, most: number, rule: string): readonly ValueFault[] {
  const count = parts[place];
  return typeof count === 'number' && count > most ? [{ place, rule }] : [];
}

function twice(parts: Parts, place: string): readonly ValueFault[] {
  const list = parts[place];
  return Array.isArray(list) && new Set(list).size < list.length ? [{ place, rule: 'twice' }] : [];
}
