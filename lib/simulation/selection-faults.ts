import type { Problem } from '@/lib/kernel/problem';
import { addDays } from '@/lib/kernel/dates';
import { faultAt, type HeldAgainst, valueAt } from '@/lib/policy/part-faults';
import { faultsOf } from '@/lib/policy/rows-in-force';
import type { ParameterChange } from './changes';
import { overlaid } from './overlaid';

/** From the mildest to the strictest lane that has a limit. */
const LIMITS = ['blue', 'yellow', 'red'] as const;
const KEYS: Readonly<Record<string, readonly string[]>> = { lane: LIMITS, random: ['draw'], capacity: ['office'] };

/** Every fault of a value that changes who is controlled; none where it can be simulated. */
export function selectionFaults({ kind, key, value }: ParameterChange, pointer: string): readonly Problem[] {
  if (!KEYS[kind]?.includes(key)) return [faultAt(pointer, 'no_key', key)];
  return faultsOf(kind, key, value).map(({ place, rule }) => {
    const path = place === '' ? [] : place.split('.');
    return faultAt([pointer, ...path].join('.'), kind === 'lane' ? 'percent_range' : rule, valueAt(value, path));
  });
}

/** Limits of lanes that would stand in another order than their lanes, on some day of the period: some lane could never be reached. */
export function laneOrderFaults(
  changes: readonly ParameterChange[],
  { rows, period }: Pick<HeldAgainst, 'rows' | 'period'>,
): readonly Problem[] {
  const moved = changes.filter(({ kind }) => kind === 'lane');
  if (moved.length === 0) return [];
  const limits = overlaid(rows, moved).filter(({ kind }) => kind === 'lane');
  const days = limits.flatMap(({ validTo, validFrom }) => [
    validFrom,
    ...(validTo === null ? [] : [addDays(validTo, 1)]),
  ]);
  const within = [period.fromOn, ...days.filter((day) => day > period.fromOn && day <= period.toOn)];
  const onDay = (day: string, lane: string) =>
    limits.find(
      ({ key, validFrom, validTo }) => key === lane && validFrom <= day && (validTo === null || validTo >= day),
    );
  const scoreOf = (day: string, lane: string) => valueAt(onDay(day, lane)?.value, ['fromScore']);
  const isCrossed = (milder: string, stricter: string) =>
    within.some((day) => {
      const [from, above] = [scoreOf(day, milder), scoreOf(day, stricter)];
      return typeof from === 'number' && typeof above === 'number' && from > above;
    });
  return LIMITS.slice(1).flatMap((stricter, index) => {
    const milder = LIMITS[index] ?? stricter;
    if (!isCrossed(milder, stricter)) return [];
    // The place told is one that was typed: the stricter of the two where both were.
    const typed = moved.find(({ key }) => key === stricter) ?? moved.find(({ key }) => key === milder);
    return typed
      ? [faultAt(`changes.lane.${typed.key}.fromScore`, 'lanes_crossed', String(valueAt(typed.value, ['fromScore'])))]
      : [];
  });
}
