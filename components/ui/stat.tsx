import clsx from 'clsx';
import { ArrowDown, ArrowRight, ArrowUp } from 'lucide-react';
import type { ReactNode } from 'react';
import { TextLink } from './text-link';

export type StatChange = {
  /** The whole sentence, as `12 % more than the period before`. */
  text: ReactNode;
  direction: 'up' | 'down' | 'level';
  /** Said beside the sentence on pointing at it, and to screen readers. */
  note?: string;
  /** Whether the movement is good or bad; most are neither. */
  tone?: 'success' | 'danger';
};

type StatProps = {
  label: ReactNode;
  value: ReactNode;
  unit?: ReactNode;
  change?: StatChange;
  hint?: ReactNode;
  /** Where the figure is taken apart. */
  href?: string;
};

const arrows = { up: ArrowUp, down: ArrowDown, level: ArrowRight };

type StatRowProps = {
  children: ReactNode;
  className?: string;
  /** Four figures stand in rows of two, six in rows of two, three or six, so that none is left alone. */
  columns?: 4 | 6;
};

/** Figures side by side, each at least wide enough for its number and unit. */
export function StatRow({ children, className, columns }: StatRowProps) {
  const row = (layout: string) => (
    <dl className={clsx('grid overflow-hidden rounded-lg border border-line bg-surface', layout, className)}>
      {children}
    </dl>
  );
  if (columns === undefined) return row('grid-cols-[repeat(auto-fit,minmax(9.500rem,1fr))]');
  if (columns === 4) return row('grid-cols-2');
  // By the room there is for text of its size, not by the width of the window.
  return <div className="@container">{row('grid-cols-2 @min-[28rem]:grid-cols-3 @min-[60rem]:grid-cols-6')}</div>;
}

/** One figure with its name, unit and movement. Belongs in a `StatRow`. */
export function Stat({ label, value, unit, change, hint, href }: StatProps) {
  const Arrow = change ? arrows[change.direction] : ArrowRight;
  return (
    <div className="flex flex-col -mr-px -mb-px gap-0.5 border-line border-r border-b px-4 py-3">
      <dt className="text-muted text-sm">{href ? <TextLink href={href}>{label}</TextLink> : label}</dt>
      <dd className="flex flex-col gap-0.5">
        {/* A unit that finds no room beside a long figure stands under it. */}
        <span className="flex flex-wrap items-baseline gap-x-1 whitespace-nowrap font-semibold text-xl tracking-tight sm:text-2xl">
          {/* Words before a figure, as `at most`, take a second line where one has no room for both. */}
          <span className="whitespace-normal">{value}</span>
          {unit ? <span className="font-normal text-muted text-sm tracking-normal">{unit}</span> : null}
        </span>
        {change ? (
          <span
            title={change.note}
            className={clsx('flex items-start gap-1 text-xs', {
              'text-muted': !change.tone,
              'text-success': change.tone === 'success',
              'text-danger': change.tone === 'danger',
            })}
          >
            <Arrow className="mt-0.5 size-3 shrink-0" aria-hidden="true" />
            {change.text}
            {change.note ? <span className="sr-only">{change.note}</span> : null}
          </span>
        ) : null}
        {hint ? <span className="text-muted text-xs">{hint}</span> : null}
      </dd>
    </div>
  );
}
