import type { SeriesKind, TimePoint } from './chart-types';

/** Steps up the axis at most. */
const SHARE_STEPS = 5;

/** Round shares up the axis, the last at or above the highest; those that stand on each other reach the whole. Null where some fell. */
export function shareTicks(points: readonly TimePoint[], kind: SeriesKind): number[] | null {
  if (kind !== 'lines' && isWithinWhole(points)) return [0, 0.25, 0.5, 0.75, 1];
  const all = points.flatMap(({ values, previous }) => [...Object.values(values), ...Object.values(previous ?? {})]);
  const highest = Math.max(0, ...all);
  if (kind !== 'lines' || highest === 0 || all.some((value) => value < 0)) return null;
  const power = Math.floor(Math.log10(highest / SHARE_STEPS));
  const digit = [1, 2, 5, 10].find((one) => SHARE_STEPS * Number(`${one}e${power}`) >= highest) ?? 10;
  const step = Number(`${digit}e${power}`);
  return Array.from({ length: Math.ceil(highest / step - 1e-9) + 1 }, (_, at) => Number((at * step).toPrecision(12)));
}
const isWithinWhole = (points: readonly TimePoint[]): boolean =>
  points.every(({ values }) => {
    const all = Object.values(values);
    return all.every((value) => value >= 0) && all.reduce((sum, value) => sum + value, 0) < 1.001;
  });
