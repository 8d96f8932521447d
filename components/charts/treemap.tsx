import type { Route } from 'next';
import Link from 'next/link';
import { tilesOf } from './treemap-layout';

export type TreemapItem = {
  readonly key: string;
  readonly name: string;
  /** The name is one of the world and no word of the product. */
  readonly isData: boolean;
  readonly value: number;
  /** The value in words. */
  readonly text: string;
  readonly href?: string;
};

/** The shape the tiles are laid out for; on a screen of other shape they are stretched. */
const [WIDE, HIGH] = [100, 36];
/** A tile shows its name where a few letters of it fit, on whatever screen, and its value where a second line does; else both are said aloud alone. */
const NAMED =
  'sr-only font-medium [@container_(min-width:4.5rem)_and_(min-height:1.5rem)]:not-sr-only [@container_(min-width:4.5rem)_and_(min-height:1.5rem)]:truncate!';
const VALUED =
  'sr-only [@container_(min-width:5.5rem)_and_(min-height:2.5rem)]:not-sr-only [@container_(min-width:5.5rem)_and_(min-height:2.5rem)]:truncate!';

/** Parts of a whole as tiles, each with its name and value where it is large enough; all are told in the table beside it. */
export function Treemap({ items }: { items: readonly TreemapItem[] }) {
  const sorted = [...items].sort((one, other) => other.value - one.value);
  const byKey = new Map(sorted.map((item) => [item.key, item]));
  return (
    <ul className="relative h-112 w-full sm:h-80 overflow-hidden rounded-md">
      {tilesOf(sorted, WIDE, HIGH).map((tile) => {
        const item = byKey.get(tile.key);
        if (!item) return null;
        const inside = (
          <span className="flex h-full flex-col overflow-hidden px-2 py-1 text-xs" title={`${item.name}: ${item.text}`}>
            <span className={NAMED} translate={item.isData ? 'no' : undefined}>
              {item.name}
            </span>
            <span className={VALUED} translate="no">
              {item.text}
            </span>
          </span>
        );
        return (
          <li
            key={tile.key}
            data-mark=""
            className="absolute border border-surface bg-chart-1/25 text-ink [container-type:size]"
            style={{
              left: `${(tile.x / WIDE) * 100}%`,
              top: `${(tile.y / HIGH) * 100}%`,
              width: `${(tile.width / WIDE) * 100}%`,
              height: `${(tile.height / HIGH) * 100}%`,
            }}
          >
            {item.href ? (
              <Link
                href={item.href as Route}
                scroll={false}
                className="-outline-offset-2! block h-full hover:bg-chart-1/30"
              >
                {inside}
              </Link>
            ) : (
              inside
            )}
          </li>
        );
      })}
    </ul>
  );
}
