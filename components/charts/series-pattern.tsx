'use client';

/** Every second series is hatched, every third dotted, so that stacked bars differ without their colour. */
const kinds = ['solid', 'hatched', 'dotted'] as const;

/** The fill of a series' bars; refers to a `SeriesPattern` of the same id in the same drawing. */
export function patternFill(id: string, index: number, color: string): string {
  return kinds[index % kinds.length] === 'solid' ? color : `url(#${id}-${index})`;
}

/** The pattern itself, to stand in the drawing's `defs`; nothing for a solid series. */
export function SeriesPattern({ id, index, color }: { id: string; index: number; color: string }) {
  const kind = kinds[index % kinds.length];
  if (kind === 'solid') return null;
  return (
    <defs>
      <pattern id={`${id}-${index}`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="6" height="6" fill="var(--color-surface)" />
        {kind === 'hatched' ? (
          <rect width="3.500" height="6" fill={color} />
        ) : (
          <circle cx="3" cy="3" r="2" fill={color} />
        )}
      </pattern>
    </defs>
  );
}
