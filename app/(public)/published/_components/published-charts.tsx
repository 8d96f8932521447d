import { useLocale, useTranslations } from 'next-intl';
import type { PublishedWords } from '@/app/_server/published-words';
import { formatCompact } from '@/components/ui/format';
import { Panel } from '@/components/ui/panel';
import { type Dataset, SUM, shapeOf } from '@/lib/publication/datasets';
import { numberOf, type PublishedTable, rowsBySum } from '@/lib/publication/published';
import { unitText } from './member-table';

/** Members drawn at most; the others are drawn together. */
const DRAWN = 12;
const LINE_PX = 40;

type Bar = { readonly key: string; readonly label: string; readonly size: number; readonly isRest: boolean };

/**
 * The largest members as bars from nought, with their figures beside them, drawn on the server. It knows the published table and nothing else:
 * the rest is what the total leaves over.
 */
export function SizeChart({ table, words }: { table: PublishedTable; words: PublishedWords }) {
  const t = useTranslations('publication');
  const locale = useLocale();
  const { row, measures } = shapeOf(table.dataset);
  const [measure] = measures;
  if (!measure) return null;
  const drawn = rowsBySum(table)
    .map((one) => ({ row: one.row, size: numberOf(one.figures[0] ?? '') }))
    .filter((one): one is { row: string; size: number } => one.size !== null && one.size > 0)
    .slice(0, DRAWN);
  const whole = numberOf(table.figuresOf(SUM, SUM)[0] ?? '') ?? 0;
  const rest = whole - drawn.reduce((sum, { size }) => sum + size, 0);
  const bars: readonly Bar[] = [
    ...drawn.map((one) => ({ key: one.row, label: words.member(row, one.row), size: one.size, isRest: false })),
    ...(rest > 0 ? [{ key: 'rest', label: t('site.rest'), size: rest, isRest: true }] : []),
  ];
  const longest = Math.max(1, ...bars.map(({ size }) => size));
  const unit = unitText(table, measure);
  const said = bars.map(({ label, size }) => `${label} ${formatCompact(locale, size)}`).join('; ');
  const title = t('site.chart', { measure: words.measure(measure), dimension: t(`dimension.${row}`) });
  return (
    <Panel title={unit ? `${title}, ${unit}` : title} description={t('site.chartText')}>
      <div translate="no">
        <svg width="100%" height={bars.length * LINE_PX} aria-hidden="true" className="text-xs">
          {bars.map(({ key, label, size, isRest }, at) => (
            <g key={key}>
              <text x="0" y={at * LINE_PX + 13} fill="var(--color-ink)">
                {label}
              </text>
              <text x="100%" y={at * LINE_PX + 13} textAnchor="end" fill="var(--color-muted)">
                {formatCompact(locale, size)}
              </text>
              <rect
                x="0"
                y={at * LINE_PX + 19}
                width={`${((size / longest) * 100).toFixed(2)}%`}
                height="10"
                rx="2"
                fill={isRest ? 'var(--color-chart-previous)' : 'var(--color-chart-1)'}
              />
            </g>
          ))}
        </svg>
        <p className="sr-only">{said}</p>
      </div>
    </Panel>
  );
}

type MonthChartProps = {
  dataset: Dataset;
  currency: string;
  months: readonly { readonly month: string; readonly figures: readonly string[] }[];
};

const HEIGHT_PX = 120;
/** Months that have their names under the columns, on the narrowest panel. */
const NAMED_MAX = 6;

/** The total of each published month as columns from nought; one month draws nothing. */
export function MonthChart({ dataset, currency, months }: MonthChartProps) {
  const t = useTranslations('publication');
  const locale = useLocale();
  const [measure] = shapeOf(dataset).measures;
  if (!measure || months.length < 2) return null;
  const points = months.map(({ month, figures }) => ({ month, size: numberOf(figures[0] ?? '') ?? 0 }));
  const highest = Math.max(1, ...points.map(({ size }) => size));
  const step = 100 / points.length;
  // Within a year months alone tell; over two of them the year stands beside, and every few have a name.
  const every = Math.ceil(points.length / NAMED_MAX);
  const year = new Set(points.map(({ month }) => month.slice(0, 4))).size > 1 ? ({ year: '2-digit' } as const) : {};
  const nameOf = new Intl.DateTimeFormat(locale, { month: 'short', ...year, timeZone: 'UTC' });
  const short = (month: string) => nameOf.format(new Date(`${month}-01T00:00:00Z`));
  const title = t('site.course', { measure: t(`measure.${measure}`) });
  const unit = unitText({ currency }, measure);
  const said = points.map(({ month, size }) => `${short(month)} ${formatCompact(locale, size)}`).join('; ');
  return (
    <Panel title={unit ? `${title}, ${unit}` : title} description={t('site.courseText')}>
      <div translate="no">
        <svg width="100%" height={HEIGHT_PX + 34} aria-hidden="true" className="text-xs">
          {points.map(({ month, size }, at) => {
            const height = (size / highest) * HEIGHT_PX;
            const middle = `${(at + 0.5) * step}%`;
            return (
              <g key={month}>
                <rect
                  x={`${(at + 0.15) * step}%`}
                  y={HEIGHT_PX + 16 - height}
                  width={`${step * 0.7}%`}
                  height={height}
                  fill="var(--color-chart-1)"
                />
                {points.length <= 8 ? (
                  <text x={middle} y={HEIGHT_PX + 11 - height} textAnchor="middle" fill="var(--color-muted)">
                    {formatCompact(locale, size)}
                  </text>
                ) : null}
                {at % every === 0 ? (
                  <text x={middle} y={HEIGHT_PX + 30} textAnchor="middle" fill="var(--color-ink)">
                    {short(month)}
                  </text>
                ) : null}
              </g>
            );
          })}
          <line x1="0" x2="100%" y1={HEIGHT_PX + 16} y2={HEIGHT_PX + 16} stroke="var(--color-line-strong)" />
        </svg>
        <p className="sr-only">{said}</p>
      </div>
    </Panel>
  );
}
