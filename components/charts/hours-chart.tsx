import clsx from 'clsx';
import type { Route } from 'next';
import Link from 'next/link';
import { type ColourScale, valueColour } from './colour-classes';
import { ColourLegend, type ColourWords } from './colour-legend';

type HoursChartProps = {
  hours: readonly { readonly key: string; readonly name: string; readonly href?: string }[];
  /** One row for each day, its cells in the order of the hours. The text of a cell says day, hour and value. */
  days: readonly {
    readonly key: string;
    readonly name: string;
    readonly cells: readonly { readonly key: string; readonly value: number; readonly text: string }[];
  }[];
  scale: ColourScale;
  words: ColourWords;
};

const [EVERY, EVERY_NARROW] = [3, 6];

/** Days of the week by hours of the day, coloured by their figure: when work comes is seen at once. The exact figures stand in the table. */
export function HoursChart({ hours, days, scale, words }: HoursChartProps) {
  return (
    <div>
      <div className="overflow-hidden pb-1">
        <div
          className="grid gap-0.5 text-xs"
          style={{ gridTemplateColumns: `auto repeat(${hours.length}, minmax(0, 1fr))` }}
        >
          <span />
          {hours.map(({ key, name, href }, at) => {
            // Every third is named, on a narrow screen every sixth: more would stand on each other.
            const said = at % EVERY === 0 ? name : '';
            const place = clsx(
              'h-6 whitespace-nowrap text-muted leading-6',
              at % EVERY_NARROW !== 0 && 'max-sm:invisible',
            );
            return href ? (
              <Link
                key={key}
                href={href as Route}
                scroll={false}
                tabIndex={-1}
                aria-hidden="true"
                title={name}
                className={place}
                style={{ width: 0, minWidth: '100%' }}
              >
                {said}
              </Link>
            ) : (
              <span key={key} className={place} style={{ width: 0, minWidth: '100%' }}>
                {said}
              </span>
            );
          })}
          {days.map(({ key: day, name, cells }) => [
            <span key={day} className="pr-2 text-muted leading-6">
              {name}
            </span>,
            ...cells.map(({ key, value, text }) => (
              <span
                key={`${day} ${key}`}
                title={text}
                aria-hidden="true"
                data-mark=""
                className="block h-6 rounded-sm border border-line"
                style={{ background: valueColour(scale, value) ?? 'var(--color-sunken)' }}
              />
            )),
          ])}
        </div>
      </div>
      <ColourLegend scale={scale} words={words} />
    </div>
  );
}
