/* oxlint-disable jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must take the focus */
import clsx from 'clsx';
import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react';
import type { Route } from 'next';
import Link from 'next/link';
import type { ComponentProps, CSSProperties, ReactNode } from 'react';

type TableRegionProps = {
  /** Names the region; a keyboard reader scrolls it with the arrows. */
  label: string;
  children: ReactNode;
  /** CSS height beyond which the rows scroll under the head; the window's own, less its bars, when not given. */
  maxHeight?: string;
};

const WINDOW_HEIGHT = 'max(20rem, calc(100dvh - 9rem))';

/** The box a table scrolls in under its sticky head, reachable by keyboard (WCAG 2.1.1). */
export function TableRegion({ label, children, maxHeight = WINDOW_HEIGHT }: TableRegionProps) {
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take the focus
      tabIndex={0}
      data-scroll=""
      // A custom property, not a height of the element's own: on paper the style sheet takes the height away.
      className="-outline-offset-2! relative max-h-(--scroll-height) min-w-0 scroll-pt-12 overflow-auto"
      style={{ '--scroll-height': maxHeight } as CSSProperties}
    >
      {children}
    </section>
  );
}

/** A native table at 13 px with tabular numerals. */
export function Table({ className, ...rest }: ComponentProps<'table'>) {
  return <table {...rest} className={clsx('w-full border-separate border-spacing-0 text-left text-sm', className)} />;
}

/** Says what the table holds; kept for screen readers only where a heading beside it says the same. */
export function TableCaption({ children, hidden = false }: { children: ReactNode; hidden?: boolean }) {
  return <caption className={clsx(hidden ? 'sr-only' : 'px-3 py-2 text-left text-muted text-sm')}>{children}</caption>;
}

export type Sort = { href: string; direction: 'ascending' | 'descending' | 'none' };
const sortIcons = { ascending: ArrowUp, descending: ArrowDown, none: ChevronsUpDown };

type HeadCellProps = {
  children?: ReactNode;
  numeric?: boolean;
  /** Makes the head a link that sorts all matching rows, not only those on the page. */
  sort?: Sort;
  /** Unit or explanation in small type under the head. */
  hint?: ReactNode;
  className?: string;
};

/** A column's head; stays in view while the rows scroll. */
export function HeadCell({ children, numeric = false, sort, hint, className }: HeadCellProps) {
  const Icon = sort ? sortIcons[sort.direction] : null;
  const sorted = sort && sort.direction !== 'none';
  return (
    <th
      scope="col"
      aria-sort={sorted ? sort.direction : undefined}
      className={clsx(
        'sticky top-0 z-10 whitespace-nowrap border-line border-b bg-sunken px-3 py-1.5 align-bottom font-medium text-muted text-xs',
        numeric && 'text-right',
        className,
      )}
    >
      {sort && Icon ? (
        <Link
          href={sort.href as Route}
          scroll={false}
          className={clsx(
            'inline-flex min-h-target items-center gap-1 rounded-sm hover:text-ink',
            numeric && 'flex-row-reverse',
            sorted && 'text-ink',
          )}
        >
          {children}
          <Icon className="size-3 shrink-0" aria-hidden="true" />
        </Link>
      ) : (
        <span className="inline-flex min-h-target items-center">{children}</span>
      )}
      {hint ? <span className="block font-normal">{hint}</span> : null}
    </th>
  );
}

type RowProps = ComponentProps<'tr'> & {
  /** The row the keyboard stands on, or that is open beside the list. */
  selected?: boolean;
};

export function Row({ selected = false, className, ...rest }: RowProps) {
  return (
    <tr
      {...rest}
      data-selected={selected ? '' : undefined}
      className={clsx('group/row hover:bg-hover data-selected:bg-selected', className)}
    />
  );
}

const cellClass =
  'h-9 border-line border-b px-3 py-1 align-middle group-last/row:border-b-0 first:group-data-selected/row:shadow-[inset_3px_0_0_var(--color-accent)]';

type CellProps = ComponentProps<'td'> & { numeric?: boolean };

export function Cell({ numeric = false, className, ...rest }: CellProps) {
  return <td {...rest} className={clsx(cellClass, numeric && 'whitespace-nowrap text-right', className)} />;
}

/** The cell that names its row; usually the reference as a link. */
export function RowHeaderCell({ className, ...rest }: ComponentProps<'th'>) {
  return <th {...rest} scope="row" className={clsx(cellClass, 'font-normal', className)} />;
}
