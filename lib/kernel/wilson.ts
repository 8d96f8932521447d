/** A share with the interval that holds the true one in 95 of 100 samples. All from 0 to 1. */
export type Rate = {
  readonly hits: number;
  readonly of: number;
  readonly rate: number;
  readonly low: number;
  readonly high: number;
};

const Z95 = 1.959_963_984_540_054;

/** Wilson score interval (Wilson 1927) of a share at 95 %; null for an empty sample. It stays within 0 and 1 for small ones. */
export function wilson(hits: number, of: number): Rate | null {
  if (of <= 0) return null;
  const rate = hits / of;
  const z2 = Z95 * Z95;
  const centre = (rate + z2 / (2 * of)) / (1 + z2 / of);
  const half = (Z95 / (1 + z2 / of)) * Math.sqrt((rate * (1 - rate)) / of + z2 / (4 * of * of));
  return { hits, of, rate, low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}
