import type { Problem } from '@/lib/kernel/problem';
import { crossedLanes, LIMITED_LANES } from '@/lib/policy/lane-order';
import { faultAt, type HeldAgainst, valueAt } from '@/lib/policy/part-faults';
import { faultsOf } from '@/lib/policy/rows-in-force';
import type { ParameterChange } from './changes';

const KEYS: Readonly<Record<string, readonly string[]>> = {
  lane: LIMITED_LANES,
  random: ['draw'],
  capacity: ['office'],
};

/** Every fault of a value that changes who is controlled; none where it can be simulated. */
export function selectionFaults({ kind, key, value }: ParameterChange, pointer: string): readonly Problem[] {
  if (!KEYS[kind]?.includes(key)) return [faultAt(pointer, 'no_key', key)];
  return faultsOf(kind, key, value).map(({ place, rule }) => {
    const path = place === '' ? [] : place.split('.');
    return faultAt([pointer, ...path].join('.'), kind === 'lane' ? 'percent_range' : rule, valueAt(value, path));
  });
}

/** Limits of lanes that would stand in another order than their lanes, on some day of the period. */
export function laneOrderFaults(
  changes: readonly ParameterChange[],
  { rows, period }: Pick<HeldAgainst, 'rows' | 'period'>,
): readonly Problem[] {
  return crossedLanes(changes, rows, period).map(({ key, value }) =>
    faultAt(`changes.lane.${key}.fromScore`, 'lanes_crossed', String(valueAt(value, ['fromScore']))),
  );
}
