/**
 * Features of many rows, row after row in 32-bit numbers: `values[row * width + column]`.
 * NaN is missing. 32 bits halve the memory of a million rows and decide nothing: thresholds lie between neighbours.
 */
export type Matrix = { readonly rows: number; readonly width: number; readonly values: Float32Array };

/** A matrix of missing values. */
export function emptyMatrix(rows: number, width: number): Matrix {
  return { rows, width, values: new Float32Array(rows * width).fill(Number.NaN) };
}

/** The rows of these numbers, in their order. */
export function takeRows(matrix: Matrix, rows: ArrayLike<number>): Matrix {
  const { width, values } = matrix;
  const taken = emptyMatrix(rows.length, width);
  for (let at = 0; at < rows.length; at++) {
    const start = (rows[at] ?? 0) * width;
    taken.values.set(values.subarray(start, start + width), at * width);
  }
  return taken;
}
