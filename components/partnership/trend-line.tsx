/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a drawing in the page has no tag of its own */
const WIDTH = 96;
const HEIGHT = 24;

type TrendLineProps = {
  /** Oldest first; null where there was nothing to measure. */
  values: readonly (number | null)[];
  /** The largest that can be; that of the values when absent. */
  most?: number;
  /** The values in words, for whoever does not see the line. */
  text: string;
};

/** A measure over months, small enough for a cell: how it moved, never how much. */
export function TrendLine({ values, most, text }: TrendLineProps) {
  const known = values.flatMap((value, index) => (value === null ? [] : [{ value, index }]));
  const top = most ?? Math.max(...known.map(({ value }) => value), 0);
  const step = values.length > 1 ? (WIDTH - 6) / (values.length - 1) : 0;
  const points = known.map(({ value, index }) => ({
    x: 3 + index * step,
    y: HEIGHT - 3 - (top > 0 ? (Math.min(value, top) / top) * (HEIGHT - 6) : 0),
  }));
  const last = points.at(-1);
  if (!last) return null;
  return (
    <>
      <svg width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" className="text-accent">
        <polyline
          points={points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')}
          fill="none"
          stroke="currentColor"
          strokeWidth={1.5}
        />
        <circle cx={last.x} cy={last.y} r={2.5} fill="currentColor" />
      </svg>
      <span className="sr-only">{text}</span>
    </>
  );
}
