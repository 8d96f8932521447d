/**
 * Figures rounded so that they still sum to their rounded total: each is what the running sum gains by it. No figure is off by more
 * than one unit of the last place.
 */
export function roundedToSum(values: readonly number[], digits: number): number[] {
  const scale = 10 ** digits;
  let sum = 0;
  let told = 0;
  return values.map((value) => {
    sum += value;
    const next = Math.round(sum * scale);
    const share = (next - told) / scale;
    told = next;
    return share;
  });
}
