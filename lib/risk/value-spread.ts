/** Steps of the logarithmic scale unit values are counted on, for each factor of ten. */
export const BINS_A_DECADE = 8;

/** Goods items by the step their unit value falls in: step `n` begins at 10 ** (n / 8) minor units. */
export type Histogram = Readonly<Record<string, number>>;

export type SpreadBar = {
  /** Minor units, the upper edge left out. */
  readonly from: number;
  readonly to: number;
  readonly items: number;
};

/** The bars of a histogram from the lowest to the highest step, empty ones between them included. */
export function barsOf(histogram: Histogram): readonly SpreadBar[] {
  const steps = Object.keys(histogram)
    .map(Number)
    .sort((a, b) => a - b);
  const [first, last] = [steps[0], steps.at(-1)];
  if (first === undefined || last === undefined) return [];
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const step = first + index;
    return { from: edge(step), to: edge(step + 1), items: histogram[String(step)] ?? 0 };
  });
}

const edge = (step: number) => 10 ** (step / BINS_A_DECADE);

export type Scale = (minor: number) => number;

/** Places amounts from 0 to 1 on a logarithmic scale that reaches over all of them, with a little room at both ends. */
export function logScale(amounts: readonly number[]): Scale {
  const logs = amounts.filter((amount) => amount > 0).map(Math.log10);
  const room = 1 / BINS_A_DECADE;
  const low = Math.min(...logs) - room;
  const high = Math.max(...logs) + room;
  return (minor) => (minor <= 0 ? 0 : (Math.log10(minor) - low) / (high - low));
}

/** Where a unit value lies against its band. */
export type BandPlace = 'below' | 'within' | 'above';

/** Below the tenth percentile, above the ninetieth, or between. Minor units. */
export function placeIn(
  { lowMinor, highMinor }: { lowMinor: bigint; highMinor: bigint },
  unitMinor: bigint,
): BandPlace {
  if (unitMinor < lowMinor) return 'below';
  return unitMinor > highMinor ? 'above' : 'within';
}
