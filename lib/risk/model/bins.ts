import type { Matrix } from './matrix';

/** Bins of a feature: 0 is missing, then one more than it has cuts. 64 cost no precision here and keep a histogram in cache. */
export const BINS = 64;
const CUTS_MAX = BINS - 2;
const SAMPLE_MAX = 100_000;

/** A matrix in bins, column after column: `bins[column * rows + row]`. */
export type Binned = {
  readonly rows: number;
  readonly width: number;
  readonly bins: Uint8Array;
  /** Ascending thresholds of each column; a value belongs to bin 1 + the number of cuts below it. */
  readonly cuts: readonly (readonly number[])[];
};

/** Cuts of ascending values into at most `cutsMax` + 1 parts of like size, each between two neighbours, equal values together. */
export function cutPoints(sorted: ArrayLike<number>, cutsMax = CUTS_MAX): number[] {
  const distinct: number[] = [];
  const upTo: number[] = [];
  for (let at = 0; at < sorted.length; at++) {
    const value = sorted[at] ?? 0;
    if (distinct[distinct.length - 1] !== value) {
      distinct.push(value);
      upTo.push(0);
    }
    upTo[upTo.length - 1] = at + 1;
  }
  const cuts: number[] = [];
  let start = 0;
  for (let at = 0; at + 1 < distinct.length && cuts.length < cutsMax; at++) {
    const end = upTo[at] ?? 0;
    const share = (sorted.length - start) / (cutsMax + 1 - cuts.length);
    if (distinct.length - 1 > cutsMax && end - start < share) continue;
    cuts.push(shortestFrom(distinct[at] ?? 0, distinct[at + 1] ?? 0));
    start = end;
  }
  return cuts;
}

/** Bin of a value among ascending cuts. */
export function binOf(value: number, cuts: readonly number[]): number {
  if (Number.isNaN(value)) return 0;
  let low = 0;
  let high = cuts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cuts[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low + 1;
}

/** Puts every column into bins by its own quantiles. */
export function binMatrix(matrix: Matrix): Binned {
  const { rows, width, values } = matrix;
  const bins = new Uint8Array(rows * width);
  const step = Math.max(1, Math.floor(rows / SAMPLE_MAX));
  const cuts = Array.from({ length: width }, (_, column) => {
    const sample: number[] = [];
    for (let row = 0; row < rows; row += step) {
      const value = values[row * width + column] ?? Number.NaN;
      if (!Number.isNaN(value)) sample.push(value);
    }
    const own = cutPoints(Float32Array.from(sample).sort());
    for (let row = 0; row < rows; row++) {
      bins[column * rows + row] = binOf(values[row * width + column] ?? Number.NaN, own);
    }
    return own;
  });
  return { rows, width, bins, cuts };
}

/** The number of fewest digits in `[low, high)`: keeps stored models short and moves no value across the cut. */
function shortestFrom(low: number, high: number): number {
  const middle = low + (high - low) / 2;
  for (let digits = 1; digits < 17; digits++) {
    const candidate = Number(middle.toPrecision(digits));
    if (candidate >= low && candidate < high) return candidate;
  }
  return low;
}
