import { BINS, type Binned } from './bins';

/** Sums a split is judged by, per bin of each column: gradients, curvatures, rows. */
const SUMS = 3;
const COLUMN = BINS * SUMS;

export type Histogram = Float64Array;
export type Totals = { readonly gradient: number; readonly curvature: number; readonly rows: number };

/** First and second derivative of the loss at each row's present score. */
export type Derivatives = { readonly gradients: Float64Array; readonly curvatures: Float64Array };

export const histogramFor = (width: number): Histogram => new Float64Array(width * COLUMN);

/** Sums the derivatives of some rows into the bins of some columns; other columns stay as they were. */
export function fillHistogram(
  histogram: Histogram,
  binned: Binned,
  columns: Int32Array,
  rows: Int32Array,
  derivatives: Derivatives,
): void {
  const count = rows.length;
  // Gathered once for all columns: a column's own pass then reads them in order.
  const gradients = new Float64Array(count);
  const curvatures = new Float64Array(count);
  for (let at = 0; at < count; at++) {
    const row = rows[at] ?? 0;
    gradients[at] = derivatives.gradients[row] ?? 0;
    curvatures[at] = derivatives.curvatures[row] ?? 0;
  }
  for (const column of columns) {
    const bins = binned.bins.subarray(column * binned.rows, (column + 1) * binned.rows);
    const sums = histogram.subarray(column * COLUMN, (column + 1) * COLUMN).fill(0);
    for (let at = 0; at < count; at++) {
      const slot = (bins[rows[at] ?? 0] ?? 0) * SUMS;
      sums[slot] = (sums[slot] ?? 0) + (gradients[at] ?? 0);
      sums[slot + 1] = (sums[slot + 1] ?? 0) + (curvatures[at] ?? 0);
      sums[slot + 2] = (sums[slot + 2] ?? 0) + 1;
    }
  }
}

/** Takes one child's sums from its parent's, which leaves the other child's: half the rows need no pass of their own. */
export function subtractHistogram(parent: Histogram, child: Histogram): void {
  for (let at = 0; at < parent.length; at++) parent[at] = (parent[at] ?? 0) - (child[at] ?? 0);
}

export type Split = {
  readonly column: number;
  /** Bins up to this one go left, missing ones aside. */
  readonly bin: number;
  readonly missingLeft: 0 | 1;
  readonly gain: number;
  readonly left: Totals;
  readonly right: Totals;
};

export type SplitLimits = { readonly minLeafRows: number; readonly ridge: number };

/** The split that lowers the loss most, second order with ridge (Chen and Guestrin 2016, eq. 7); null when none does. */
export function bestSplit(
  histogram: Histogram,
  columns: Int32Array,
  cuts: Binned['cuts'],
  all: Totals,
  limits: SplitLimits,
): Split | null {
  let best: Split | null = null;
  const { minLeafRows, ridge } = limits;
  const whole = (all.gradient * all.gradient) / (all.curvature + ridge);
  for (const column of columns) {
    const start = column * COLUMN;
    const [missingGradient = 0, missingCurvature = 0, missingRows = 0] = histogram.subarray(start, start + SUMS);
    let gradient = 0;
    let curvature = 0;
    let rows = 0;
    const lastBin = cuts[column]?.length ?? 0;
    for (let bin = 1; bin <= lastBin; bin++) {
      const slot = start + bin * SUMS;
      gradient += histogram[slot] ?? 0;
      curvature += histogram[slot + 1] ?? 0;
      rows += histogram[slot + 2] ?? 0;
      for (let missingLeft = missingRows > 0 ? 1 : 0; missingLeft >= 0; missingLeft--) {
        const leftRows = rows + missingLeft * missingRows;
        if (leftRows < minLeafRows || all.rows - leftRows < minLeafRows) continue;
        const leftGradient = gradient + missingLeft * missingGradient;
        const leftCurvature = curvature + missingLeft * missingCurvature;
        const rightGradient = all.gradient - leftGradient;
        const rightCurvature = all.curvature - leftCurvature;
        const gain =
          (leftGradient * leftGradient) / (leftCurvature + ridge) +
          (rightGradient * rightGradient) / (rightCurvature + ridge) -
          whole;
        if (gain <= (best?.gain ?? 1e-9)) continue;
        const rightRows = all.rows - leftRows;
        best = {
          column,
          bin,
          // A value never seen missing goes where most rows go.
          missingLeft: missingRows > 0 ? (missingLeft as 0 | 1) : leftRows >= rightRows ? 1 : 0,
          gain,
          left: { gradient: leftGradient, curvature: leftCurvature, rows: leftRows },
          right: { gradient: rightGradient, curvature: rightCurvature, rows: rightRows },
        };
      }
    }
  }
  return best;
}
