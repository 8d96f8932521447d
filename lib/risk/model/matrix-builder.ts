import type { Matrix } from './matrix';

/** A matrix whose number of rows is not known before the last: its room doubles. */
export class MatrixBuilder {
  private values: Float32Array;
  private rows = 0;

  constructor(
    private readonly width: number,
    room = 1_024,
  ) {
    this.values = new Float32Array(room * width);
  }

  /** Room for one more row: where to write it. */
  next(): { readonly values: Float32Array; readonly offset: number } {
    const offset = this.rows * this.width;
    if (offset === this.values.length) {
      const grown = new Float32Array(this.values.length * 2);
      grown.set(this.values);
      this.values = grown;
    }
    this.rows += 1;
    return { values: this.values, offset };
  }

  matrix(): Matrix {
    return { rows: this.rows, width: this.width, values: this.values.subarray(0, this.rows * this.width) };
  }
}
