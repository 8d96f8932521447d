/* oxlint-disable jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must take the focus */
import type { Route } from 'next';
import Link from 'next/link';
import { type ColourScale, valueColour } from './colour-classes';
import { ColourLegend, type ColourWords } from './colour-legend';

export type CalendarDay = {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly value: number;
  /** The day and its value in words. */
  readonly text: string;
  readonly href?: string;
  /** Something is told of the day under the drawing. */
  readonly isMarked?: boolean;
};

type CalendarChartProps = {
  /** Names the drawing. */
  label: string;
  days: readonly CalendarDay[];
  scale: ColourScale;
  words: ColourWords;
  /** Monday to Sunday, short. */
  weekdays: readonly string[];
  /** The month of a day, short. */
  monthOf: (day: string) => string;
};

/** From this day of a month on, its name would stand on that of the next. */
const FIRST_NAMED = '12';

const weekdayOf = (day: string): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;

/** Every day as a square in the column of its week, coloured by its figure: what repeats by week is seen at once. */
export function CalendarChart({ label, days, scale, words, weekdays, monthOf }: CalendarChartProps) {
  const lead = days[0] ? weekdayOf(days[0].day) : 0;
  const weeks = Math.ceil((lead + days.length) / 7);
  return (
    <div>
      {/* Where the weeks find no room, the latest ones are in view and the earlier ones are scrolled to. */}
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: who has no mouse scrolls it by keys
        tabIndex={0}
        aria-label={label}
        className="flex flex-row-reverse overflow-x-auto pb-1"
      >
        <div
          className="mr-auto grid w-max shrink-0 grid-flow-col grid-rows-[1rem_repeat(7,1.125rem)] gap-0.5 text-xs"
          style={{ gridTemplateColumns: `auto repeat(${weeks}, 1.125rem)` }}
        >
          <span />
          {weekdays.map((name) => (
            <span key={name} className="pr-2 text-muted leading-4.5">
              {name}
            </span>
          ))}
          {days.map(({ day, value, text, href, isMarked }, index) => {
            const place = lead + index;
            const style = {
              gridColumn: Math.floor(place / 7) + 2,
              gridRow: (place % 7) + 2,
              background: valueColour(scale, value) ?? 'var(--color-sunken)',
              ...(isMarked ? { outline: '2px solid var(--color-ink)', outlineOffset: -2 } : {}),
            };
            return href ? (
              <Link
                key={day}
                href={href as Route}
                scroll={false}
                tabIndex={-1}
                aria-hidden="true"
                title={text}
                data-mark=""
                className="block size-4.5 rounded-sm border border-line"
                style={style}
              />
            ) : (
              <span
                key={day}
                title={text}
                aria-hidden="true"
                data-mark=""
                className="block size-4.5 rounded-sm border border-line"
                style={style}
              />
            );
          })}
          {days.map(({ day }, index) =>
            day.endsWith('-01') || (index === 0 && day.slice(8) < FIRST_NAMED) ? (
              <span
                key={`month ${day}`}
                className="whitespace-nowrap text-muted leading-4"
                style={{ gridColumn: Math.floor((lead + index) / 7) + 2, gridRow: 1, width: 0 }}
              >
                {monthOf(day)}
              </span>
            ) : null,
          )}
        </div>
      </section>
      <ColourLegend scale={scale} words={words} />
    </div>
  );
}
