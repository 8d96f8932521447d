/* oxlint-disable jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must take the focus */
import clsx from 'clsx';
import type { Route } from 'next';
import Link from 'next/link';
import type { CSSProperties, ReactNode } from 'react';
import { type LinkLayout, NODE, type PlacedNode } from './link-layout';

/** A length of the drawing as it grows with the text in it: sixteen units are the height of the page's own text. */
const grown = (units: number) => `${units / 16}rem`;

/** A node as it is shown: two lines of text, a link where it leads somewhere. */
export type ShownNode = {
  readonly id: string;
  readonly title: ReactNode;
  readonly text: ReactNode;
  readonly href: string | null;
  readonly look: 'self' | 'hub' | 'consignment' | 'finding';
};

type LinkGraphProps = {
  /** Names the region; a keyboard reader scrolls it with the arrows. */
  label: string;
  layout: LinkLayout<ShownNode>;
  /** What each column holds, in order. */
  columnLabels: readonly string[];
};

const LOOKS: Readonly<Record<ShownNode['look'], string>> = {
  self: 'border-accent bg-selected',
  hub: 'rounded-full! border-line bg-sunken px-4!',
  consignment: 'border-line-strong bg-surface',
  finding: 'border-danger bg-danger-bg',
};

/** A network in columns: nodes are lists that a reader walks through in order, the lines between them are a drawing. */
export function LinkGraph({ label, layout, columnLabels }: LinkGraphProps) {
  const { width, height, columns, edges } = layout;
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take the focus
      tabIndex={0}
      className="-outline-offset-2! overflow-x-auto p-4"
    >
      <div className="relative mx-auto" style={{ width: grown(width), height: grown(height) }}>
        <svg viewBox={`0 0 ${width} ${height}`} className="absolute inset-0 size-full" aria-hidden="true">
          {edges.map(({ from, to, path }) => (
            <path key={`${from} ${to}`} d={path} fill="none" stroke="var(--color-line-strong)" strokeWidth="1.250" />
          ))}
        </svg>
        {columns.map((column, index) => (
          <ul key={column[0]?.node.id} aria-label={columnLabels[index]}>
            {column.map((placed) => (
              <Node key={placed.node.id} placed={placed} />
            ))}
          </ul>
        ))}
      </div>
    </section>
  );
}

function Node({ placed: { node, x, y } }: { placed: PlacedNode<ShownNode> }) {
  const [left, top, width, height] = [x, y, NODE.width, NODE.height].map(grown);
  const box: CSSProperties = { left, top, width, height };
  const className = clsx('flex h-full flex-col justify-center rounded-md border px-2.5 text-xs', LOOKS[node.look]);
  const lines = (
    <>
      <span className="truncate font-semibold">{node.title}</span>
      <span className={clsx('truncate', node.look === 'finding' ? 'text-danger' : 'text-muted')}>{node.text}</span>
    </>
  );
  return (
    <li className="absolute" style={box}>
      {node.href ? (
        <Link href={node.href as Route} className={clsx(className, 'hover:bg-hover')}>
          {lines}
        </Link>
      ) : (
        <span className={className}>{lines}</span>
      )}
    </li>
  );
}
