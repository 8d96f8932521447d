import { binOf, cutPoints } from './bins';

/** How far a month stands from the time of training: usual limits of the population stability index (Siddiqi 2006). */
export const DRIFT_LEVELS = ['stable', 'watch', 'alarm'] as const;
export type DriftLevel = (typeof DRIFT_LEVELS)[number];

export const DRIFT_LIMITS = { watch: 0.1, alarm: 0.25 } as const;
const QUANTILES = 10;
const CODES_TOLD_APART = 20;

/** The level of an index. */
export function driftLevel(index: number): DriftLevel {
  if (index > DRIFT_LIMITS.alarm) return 'alarm';
  return index >= DRIFT_LIMITS.watch ? 'watch' : 'stable';
}

/** How a field was spread at the time of training, in parts that later times are counted into; as it is stored. */
export type Spread =
  | { readonly kind: 'number'; readonly cuts: readonly number[]; readonly counts: readonly number[] }
  | {
      readonly kind: 'code';
      readonly counts: readonly (readonly [code: string, count: number])[];
      readonly others: number;
    };

/** The spread of a number, over its tenths; missing values (NaN) are a part of their own. */
export function numberSpread(values: ArrayLike<number>): Spread {
  const known = Float64Array.from(Array.from(values).filter((value) => !Number.isNaN(value))).sort();
  const cuts = [...cutPoints(known, QUANTILES - 1)];
  const counts = new Array<number>(cuts.length + 2).fill(0);
  for (let at = 0; at < values.length; at++) {
    const bin = binOf(values[at] ?? Number.NaN, cuts);
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return { kind: 'number', cuts, counts };
}

/** The spread of a code: its twenty commonest values, and all others together. */
export function codeSpread(codes: readonly string[]): Spread {
  const counts = [...countBy(codes)].sort(([, a], [, b]) => b - a).slice(0, CODES_TOLD_APART);
  return { kind: 'code', counts, others: codes.length - counts.reduce((sum, [, count]) => sum + count, 0) };
}

/** Population stability index of a field against its spread at training. Codes are text, numbers NaN where missing. */
export function driftOf(spread: Spread, now: readonly (string | number)[]): number {
  if (spread.kind === 'number') {
    const parts = new Map(spread.counts.flatMap((count, bin) => (count > 0 ? [[bin, count] as const] : [])));
    return stabilityIndex(parts, countBy(now.map((value) => binOf(Number(value), spread.cuts))));
  }
  const told = new Set(spread.counts.map(([code]) => code));
  const then = new Map<string | null, number>(spread.counts);
  if (spread.others > 0) then.set(null, spread.others);
  return stabilityIndex(then, countBy(now.map((code) => (told.has(String(code)) ? String(code) : null))));
}

/** Index of a score that ranks within the traffic of its training: there each tenth of the ranks holds a tenth. */
export function rankDrift(tenths: readonly number[]): number {
  const then = new Map(tenths.map((_, tenth) => [tenth, 1]));
  return stabilityIndex(then, new Map(tenths.flatMap((count, tenth) => (count > 0 ? [[tenth, count] as const] : []))));
}

/** Index of a number between two samples. */
export function numberDrift(then: ArrayLike<number>, now: ArrayLike<number>): number {
  return driftOf(numberSpread(then), Array.from(now));
}

/** Index of a code between two samples. */
export function codeDrift(then: readonly string[], now: readonly string[]): number {
  return driftOf(codeSpread(then), now);
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
