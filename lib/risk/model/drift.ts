import { binOf, cutPoints } from './bins';

/** How far a month stands from the time of training: usual limits of the population stability index (Siddiqi 2006). */
export const DRIFT_LEVELS = ['stable', 'watch', 'alarm'] as const;
export type DriftLevel = (typeof DRIFT_LEVELS)[number];

const WATCH_FROM = 0.1;
const ALARM_ABOVE = 0.25;
const QUANTILES = 10;
const CODES_TOLD_APART = 20;

/** The level of an index. */
export function driftLevel(index: number): DriftLevel {
  if (index > ALARM_ABOVE) return 'alarm';
  return index >= WATCH_FROM ? 'watch' : 'stable';
}

/** Index of a number between two samples, over tenths of the first; missing values (NaN) are a part of their own. */
export function numberDrift(then: ArrayLike<number>, now: ArrayLike<number>): number {
  const known = Float64Array.from(Array.from(then).filter((value) => !Number.isNaN(value))).sort();
  const cuts = cutPoints(known, QUANTILES - 1);
  const parts = (values: ArrayLike<number>) => countBy(Array.from(values, (value) => binOf(value, cuts)));
  return stabilityIndex(parts(then), parts(now));
}

/** Index of a code between two samples: the twenty commonest of the first, and all others together. */
export function codeDrift(then: readonly string[], now: readonly string[]): number {
  const common = [...countBy(then)].sort(([, a], [, b]) => b - a).slice(0, CODES_TOLD_APART);
  const told = new Set(common.map(([code]) => code));
  const parts = (codes: readonly string[]) => countBy(codes.map((code) => (told.has(code) ? code : null)));
  return stabilityIndex(parts(then), parts(now));
}

/** Sum of (q - p) ln(q / p) over all parts; half a row stands in for an empty part. */
function stabilityIndex<Part>(then: ReadonlyMap<Part, number>, now: ReadonlyMap<Part, number>): number {
  const total = (parts: ReadonlyMap<Part, number>) => [...parts.values()].reduce((sum, count) => sum + count, 0);
  const [totalThen, totalNow] = [total(then), total(now)];
  if (totalThen === 0 || totalNow === 0) return 0;
  return [...new Set([...then.keys(), ...now.keys()])].reduce((sum, part) => {
    const before = (then.get(part) ?? 0.5) / totalThen;
    const after = (now.get(part) ?? 0.5) / totalNow;
    return sum + (after - before) * Math.log(after / before);
  }, 0);
}

function countBy<Part>(parts: readonly Part[]): Map<Part, number> {
  const counts = new Map<Part, number>();
  for (const part of parts) counts.set(part, (counts.get(part) ?? 0) + 1);
  return counts;
}
