/** The steps of a scale of colours: a value belongs to the highest step it reaches. */
export type ColourScale = {
  /** Lower ends of all classes but the lowest, ascending, of the size of a value. */
  readonly ends: readonly number[];
  /** Whether there are values below nothing, which take another colour. */
  readonly hasFalls: boolean;
};

/** How much of the mark's colour each class has. The lowest still stands apart from what has no value. */
const STRENGTHS = [22, 40, 58, 78, 100] as const;
const ROUND = [1, 3] as const;

/**
 * Classes of values that lie far apart, as countries do: round numbers, each about a third of the next, the highest below the largest
 * value. Equal steps would show one country and no other.
 */
export function colourScaleOf(values: readonly number[]): ColourScale {
  const sizes = values.map(Math.abs).filter((size) => size > 0);
  const largest = Math.max(0, ...sizes);
  const smallest = Math.min(...sizes);
  const ends: number[] = [];
  for (let power = Math.ceil(Math.log10(largest || 1)); ends.length < STRENGTHS.length - 1 && power > -12; power -= 1)
    for (const digit of [...ROUND].reverse()) {
      const end = Number(`${digit}e${power}`);
      if (end <= largest && end > smallest && ends.length < STRENGTHS.length - 1) ends.unshift(end);
    }
  return { ends, hasFalls: values.some((value) => value < 0) };
}

/** The number of classes of one direction. */
export const classesOf = ({ ends }: ColourScale): number => ends.length + 1;

/** The colour of a class, from 0. */
export function classColour(scale: ColourScale, index: number, isFall = false): string {
  const strength = STRENGTHS[STRENGTHS.length - classesOf(scale) + index] ?? 100;
  const colour = isFall ? 'var(--color-chart-2)' : 'var(--color-chart-1)';
  return `color-mix(in oklab, ${colour} ${strength}%, var(--color-surface))`;
}

/** The colour of a value; null for nothing. */
export function valueColour(scale: ColourScale, value: number): string | null {
  if (value === 0) return null;
  const size = Math.abs(value);
  return classColour(scale, scale.ends.filter((end) => size >= end).length, value < 0);
}
