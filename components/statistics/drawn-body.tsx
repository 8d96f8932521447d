import { useLocale, useTranslations } from 'next-intl';
import { BarRows } from '@/components/charts/bar-rows';
import type { TimePoint, ValueFormat } from '@/components/charts/chart-types';
import { TimeSeriesChart } from '@/components/charts/lazy-charts';
import { SmallMultiples } from '@/components/charts/small-multiples';
import { formatAxisDay } from '@/components/ui/format';
import type { PolicyCurrency } from '@/lib/policy/policy';
import { benchmarksOf } from '@/lib/statistics/benchmarks';
import type { Drawn } from '@/lib/statistics/drawing';
import { exploredUnit } from '@/lib/statistics/explored-figures';
import type { Resolved } from '@/lib/statistics/filter';
import { bucketOf } from '@/lib/statistics/period';
import { type Member, type Pivot, TOTAL } from '@/lib/statistics/pivot';
import type { Drawing, Question } from '@/lib/statistics/question';
import type { Remark } from '@/lib/statistics/remark';
import { useAreaName } from './benchmarks-panel';
import { DrawnCalendar, DrawnHours, DrawnMap } from './drawn-colours';
import { DrawnFlow, DrawnTreemap } from './drawn-parts';
import type { PivotLinks } from './pivot-grid';
import { useDrawnText } from './use-drawn-text';
import { usePointText } from './use-pivot-text';

export type DrawnProps = {
  drawing: Exclude<Drawing, 'none'>;
  drawn: Drawn;
  pivot: Pivot;
  question: Question;
  resolved: Resolved;
  currency: PolicyCurrency;
  officeNames: ReadonlyMap<string, string>;
  links: PivotLinks;
  /** Days to be marked: law that begins, and what people wrote down. */
  marks: readonly MarkedDay[];
  /** Older remarks on these days that are not among them. */
  moreRemarks: number;
  /** Limits of the law that lie between value bands, by the band below them. */
  limits?: ReadonlyMap<string, string>;
};

/** What of the law begins on a day, in words, and what people wrote down of it. */
export type MarkedDay = {
  readonly day: string;
  readonly laws: readonly string[];
  readonly remarks: readonly Remark[];
};

const KINDS = { line: 'lines', area: 'areas', bar: 'bars' } as const;
const CHART_PX = 320;
const keyOf = ({ kind, key }: Member): string => `${kind} ${key}`;

/** The marks of a drawing, without its frame. */
export function DrawnBody(props: DrawnProps) {
  const { drawing, question } = props;
  switch (drawing) {
    case 'map':
      return <DrawnMap {...props} />;
    case 'multiples':
      return <DrawnMultiples {...props} />;
    case 'treemap':
      return <DrawnTreemap {...props} />;
    case 'flow':
      return <DrawnFlow {...props} />;
    case 'calendar':
      return <DrawnCalendar {...props} />;
    case 'hours':
      return <DrawnHours {...props} />;
    default:
      return question.rows === 'time' ? <DrawnTime {...props} kind={KINDS[drawing]} /> : <DrawnBars {...props} />;
  }
}

function DrawnMultiples(props: DrawnProps) {
  const { drawn, links } = props;
  const text = useDrawnText(props);
  const all = drawn.points.flatMap(({ values }) => values.map((value) => value ?? 0));
  const isTotalled = drawn.isSummed && drawn.says === 'figure';
  return (
    <SmallMultiples
      charts={drawn.series.map((member, index) => {
        const values = drawn.points.map((point) => point.values[index] ?? null);
        return {
          key: keyOf(member),
          name: text.series(member),
          isData: text.seriesIsData(member),
          values,
          text: text.told(isTotalled ? values : [values.findLast((value) => value !== null) ?? null]),
          href: links.narrow('columns', member) ?? undefined,
        };
      })}
      ends={{ low: text.value(Math.min(0, ...all)), high: text.value(Math.max(0, ...all)) }}
      from={text.row(drawn.points[0]?.row ?? TOTAL)}
      to={text.row(drawn.points.at(-1)?.row ?? TOTAL)}
    />
  );
}

function DrawnBars(props: DrawnProps) {
  const { drawn, links, question, limits } = props;
  const text = useDrawnText(props);
  const isLongest = isRestLongest(drawn);
  return (
    <BarRows
      series={drawn.series.map(text.series)}
      rows={drawn.points.map(({ row, values }) => ({
        key: keyOf(row),
        label: <span translate={text.rowIsData(row) ? 'no' : undefined}>{text.row(row)}</span>,
        values: row.kind === 'rest' && isLongest ? [] : values,
        below: question.rows === 'band' ? limits?.get(row.key) : undefined,
        text: text.told(values),
        href: links.narrow('rows', row) ?? undefined,
      }))}
    />
  );
}

/** Whether what is told together would be the longest bar: it is said in words then, as it would make all others short. */
export function isRestLongest({ points, isSummed }: Drawn): boolean {
  const sizeOf = (values: readonly (number | null)[]) =>
    Math.abs(values.reduce<number>((sum, value) => sum + (value ?? 0), 0));
  const told = points.filter(({ row }) => row.kind === 'member').map(({ values }) => sizeOf(values));
  const rest = points.find(({ row }) => row.kind === 'rest');
  return isSummed && rest !== undefined && sizeOf(rest.values) > Math.max(...told);
}

function DrawnTime(props: DrawnProps & { kind: (typeof KINDS)[keyof typeof KINDS] }) {
  const { drawn, resolved, kind, marks, question, currency } = props;
  const locale = useLocale();
  const text = useDrawnText(props);
  const pointText = usePointText(resolved.grain);
  const tReference = useTranslations('dashboards.benchmark');
  const areaName = useAreaName();
  const hasDays = resolved.grain === 'day' || resolved.grain === 'week';
  const isBeforeEmpty = hasNothingBefore(drawn);
  const pointOf = ({ row, values, before }: Drawn['points'][number]): TimePoint => ({
    at: row.key,
    name: { short: hasDays ? formatAxisDay(locale, row.key) : pointText(row.key), long: pointText(row.key) },
    values: Object.fromEntries(
      drawn.series.flatMap((member, index) => {
        const value = values[index];
        return typeof value === 'number' ? [[keyOf(member), value]] : [];
      }),
    ),
    ...(before === null || isBeforeEmpty ? {} : { previous: { [keyOf(drawn.series[0] ?? TOTAL)]: before } }),
  });
  return (
    <TimeSeriesChart
      label={text.series(TOTAL)}
      height={CHART_PX}
      series={drawn.series.map((member) => ({ key: keyOf(member), label: text.series(member) }))}
      points={drawn.points.map(pointOf)}
      kind={kind}
      unit={text.unit}
      format={formatOf(drawn)}
      endLabels
      compare={question.filter.compare === 'year' ? 'year' : 'previous'}
      references={benchmarksOf(question, drawn, currency).map(({ value, area, period }) => ({
        value,
        text: tReference('line', { area: areaName(area), period, value: text.value(value) }),
      }))}
      events={eventsOf(marks, resolved)}
    />
  );
}

/** Whether something is compared with and nothing was there, as before the first data came: a line at nought would tell that there was none. */
export const hasNothingBefore = ({ points }: Drawn): boolean =>
  points.some(({ before }) => before !== null) && points.every(({ before }) => !before);

/** Marks by the point they stand at: two of one week are one mark with two numbers. */
function eventsOf(marks: readonly MarkedDay[], { grain }: Resolved): { at: string; mark: string }[] {
  const numbers = new Map<string, number[]>();
  for (const [index, { day }] of marks.entries()) {
    const at = bucketOf(day, grain);
    numbers.set(at, [...(numbers.get(at) ?? []), index + 1]);
  }
  return [...numbers].map(([at, all]) => ({ at, mark: all.join(', ') }));
}

function formatOf({ says, figure }: Drawn): ValueFormat {
  if (says === 'share') return 'percent';
  return exploredUnit(figure) === 'count' && says !== 'index' && says !== 'rolling' ? 'count' : 'decimal';
}
