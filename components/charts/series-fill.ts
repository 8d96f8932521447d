const KINDS = ['solid', 'hatched', 'dotted'] as const;

/** The ground of a series' bars outside a drawing of vectors: every second is hatched, every third dotted, as `SeriesPattern` does it. */
export function seriesFill(index: number): {
  backgroundColor?: string;
  backgroundImage?: string;
  backgroundSize?: string;
} {
  const colour = `var(--color-chart-${(index % 6) + 1})`;
  switch (KINDS[index % KINDS.length]) {
    case 'hatched':
      return {
        backgroundColor: 'var(--color-surface)',
        backgroundImage: `repeating-linear-gradient(45deg, ${colour} 0 3.5px, transparent 3.5px 6px)`,
      };
    case 'dotted':
      return {
        backgroundColor: 'var(--color-surface)',
        backgroundImage: `radial-gradient(circle at 3px 3px, ${colour} 2px, transparent 2.2px)`,
        backgroundSize: '6px 6px',
      };
    default:
      return { backgroundColor: colour };
  }
}
