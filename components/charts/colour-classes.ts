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
/** With fewer ends than this, values that differ look alike. */
const ENOUGH = 3;
const STEPS = [1, 2, 2.5, 5, 10] as const;

/**
 * Classes of values that lie far apart, as countries do: round numbers, each about a third of the next, the highest below the largest
 * value. Equal steps would show one country and no other. Values that lie close, as those of days, are told apart by equal round steps.
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
  const even = ends.length < ENOUGH && largest > smallest ? evenEnds(smallest, largest) : [];
  return { ends: even.length > ends.length ? even : ends, hasFalls: values.some((value) => value < 0) };
}

/** Ends at equal round steps between two values. */
function evenEnds(smallest: number, largest: number): number[] {
  const most = STRENGTHS.length - 1;
  const raw = (largest - smallest) / (most + 1);
  const power = Math.floor(Math.log10(raw));
  const step = STEPS.map((digit) => Number(`${digit}e${power}`)).find((one) => one >= raw) ?? raw;
  const first = Math.floor(smallest / step) + 1;
  const last = Math.floor(largest / step + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) =>
    Number(((first + at) * step).toPrecision(12)),
  ).slice(-most);
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
