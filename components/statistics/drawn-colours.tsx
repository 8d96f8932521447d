import { useLocale, useTranslations } from 'next-intl';
import { CalendarChart } from '@/components/charts/calendar-chart';
import { colourScaleOf } from '@/components/charts/colour-classes';
import type { ColourWords } from '@/components/charts/colour-legend';
import { HoursChart } from '@/components/charts/hours-chart';
import { WorldMap } from '@/components/charts/world-map';
import { formatDecimal, formatMonth, formatPercent } from '@/components/ui/format';
import { HOURS } from '@/lib/statistics/filter';
import { TOTAL } from '@/lib/statistics/pivot';
import type { DrawnProps } from './drawn-body';
import { useDrawnText } from './use-drawn-text';

/** Countries coloured by their figure. */
export function DrawnMap(props: DrawnProps) {
  const { drawn, links } = props;
  const text = useDrawnText(props);
  const words = useColourWords(props);
  const countries = drawn.points
    .filter(({ row }) => row.kind === 'member')
    .map(({ row, values }) => ({
      code: row.key,
      value: text.sumOf(values),
      text: `${text.row(row)}: ${text.told(values)} ${text.unit}`.trim(),
      href: links.narrow('rows', row) ?? undefined,
    }));
  return <WorldMap countries={countries} scale={colourScaleOf(countries.map(({ value }) => value))} words={words} />;
}

/** Days coloured by their figure. */
export function DrawnCalendar(props: DrawnProps) {
  const { drawn, links, marks } = props;
  const tDay = useTranslations('explore.weekday');
  const locale = useLocale();
  const text = useDrawnText(props);
  const words = useColourWords(props);
  const marked = new Set(marks.map(({ day }) => day));
  const days = drawn.points.map(({ row, values }) => ({
    day: row.key,
    value: text.sumOf(values),
    text: `${text.row(row)}: ${text.told(values)} ${text.unit}`.trim(),
    href: links.narrow('rows', row) ?? undefined,
    isMarked: marked.has(row.key),
  }));
  return (
    <CalendarChart
      label={text.series(TOTAL)}
      days={days}
      scale={colourScaleOf(days.map(({ value }) => value))}
      words={words}
      weekdays={['1', '2', '3', '4', '5', '6', '7'].map((day) => tDay(day))}
      monthOf={(day) => formatMonth(locale, day)}
    />
  );
}

/** The hours of a week coloured by their figure; an hour without any has no colour. */
export function DrawnHours(props: DrawnProps) {
  const { drawn, links } = props;
  const text = useDrawnText(props);
  const words = useColourWords(props);
  // Every hour has its place, also one in which nothing ever came.
  const hours = HOURS.map((key) => ({ kind: 'member', key }) as const);
  const places = new Map(drawn.series.map(({ key }, at) => [key, at]));
  const numberAt = (values: readonly (number | null)[], hour: string): number | null =>
    values[places.get(hour) ?? -1] ?? null;
  const values = drawn.points.flatMap((point) => HOURS.map((hour) => numberAt(point.values, hour) ?? 0));
  return (
    <HoursChart
      hours={hours.map((member) => ({
        key: member.key,
        name: text.series(member),
        href: places.has(member.key) ? (links.narrow('columns', member) ?? undefined) : undefined,
      }))}
      days={drawn.points.map(({ row, values: own }) => ({
        key: row.key,
        name: text.row(row),
        cells: hours.map((member) => {
          const value = numberAt(own, member.key);
          const said = value === null ? '–' : `${text.value(value)} ${text.unit}`.trim();
          return { key: member.key, value: value ?? 0, text: `${text.row(row)}, ${text.series(member)}: ${said}` };
        }),
      }))}
      scale={colourScaleOf(values)}
      words={words}
    />
  );
}

function useColourWords({ drawn }: DrawnProps): ColourWords {
  const t = useTranslations('explore.drawn');
  const locale = useLocale();
  return {
    any: t('any'),
    none: t('none'),
    below: (end) => t('below', { end }),
    from: (end) => t('from', { end }),
    format: (value) => (drawn.says === 'share' ? formatPercent(locale, value) : formatDecimal(locale, value)),
  };
}
