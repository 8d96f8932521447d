import { logOdds, sigmoid } from './log-odds';

/** Weights of a logistic regression, intercept first. */
export type Weights = readonly number[];

const STEPS_MAX = 25;

/**
 * Logistic regression with a ridge on all weights but the intercept, by iteratively reweighted least squares (Hosmer and
 * Lemeshow 2000; le Cessie and van Houwelingen 1992). `inputs` holds `width` numbers per row.
 */
export function ridgeLogistic(inputs: Float64Array, width: number, labels: ArrayLike<number>, ridge: number): Weights {
  const size = width + 1;
  const rows = labels.length;
  const findings = Array.from(labels).reduce((sum, label) => sum + label, 0);
  const weights = new Float64Array(size);
  weights[0] = logOdds(findings / rows);
  const row = new Float64Array(size);
  row[0] = 1;
  for (let step = 0; step < STEPS_MAX; step++) {
    const gradient = new Float64Array(size);
    const curvature = new Float64Array(size * size);
    for (let at = 0; at < rows; at++) {
      row.set(inputs.subarray(at * width, (at + 1) * width), 1);
      let score = 0;
      for (let a = 0; a < size; a++) score += (weights[a] ?? 0) * (row[a] ?? 0);
      const chance = sigmoid(score);
      const curve = chance * (1 - chance);
      const miss = (labels[at] ?? 0) - chance;
      for (let a = 0; a < size; a++) {
        const value = row[a] ?? 0;
        gradient[a] = (gradient[a] ?? 0) + miss * value;
        const scaled = curve * value;
        for (let b = 0; b <= a; b++) {
          curvature[a * size + b] = (curvature[a * size + b] ?? 0) + scaled * (row[b] ?? 0);
        }
      }
    }
    for (let a = 1; a < size; a++) {
      gradient[a] = (gradient[a] ?? 0) - ridge * (weights[a] ?? 0);
      curvature[a * size + a] = (curvature[a * size + a] ?? 0) + ridge;
    }
    const change = solveSymmetric(curvature, gradient);
    let largest = 0;
    change.forEach((value, at) => {
      weights[at] = (weights[at] ?? 0) + value;
      largest = Math.max(largest, Math.abs(value));
    });
    if (largest < 1e-6) break;
  }
  return Array.from(weights);
}

/** Solves A x = b for a positive definite A given by its lower triangle, which is overwritten (Cholesky). */
function solveSymmetric(lower: Float64Array, right: Float64Array): Float64Array {
  const size = right.length;
  const entry = (row: number, column: number) => lower[row * size + column] ?? 0;
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = entry(row, column);
      for (let at = 0; at < column; at++) sum -= entry(row, at) * entry(column, at);
      lower[row * size + column] = row === column ? Math.sqrt(Math.max(sum, 1e-12)) : sum / entry(column, column);
    }
  }
  const solution = Float64Array.from(right);
  for (let row = 0; row < size; row++) {
    let sum = solution[row] ?? 0;
    for (let at = 0; at < row; at++) sum -= entry(row, at) * (solution[at] ?? 0);
    solution[row] = sum / entry(row, row);
  }
  for (let row = size - 1; row >= 0; row--) {
    let sum = solution[row] ?? 0;
    for (let at = row + 1; at < size; at++) sum -= entry(at, row) * (solution[at] ?? 0);
    solution[row] = sum / entry(row, row);
  }
  return solution;
}
