import { useLocale, useTranslations } from 'next-intl';
import { Fragment, type ReactNode } from 'react';
import { ChartFigure } from '@/components/charts/chart-figure';
import { mappedCountries } from '@/components/charts/world-map';
import { formatInstant } from '@/components/ui/format';
import { TextLink } from '@/components/ui/text-link';
import { DEFINITIONS } from '@/lib/statistics/definitions';
import { exploredText } from '@/lib/statistics/explored-figures';
import { figureAt, type Member, TOTAL } from '@/lib/statistics/pivot';
import { hasPartialPoint } from '@/lib/statistics/series';
import { DrawnBody, type DrawnProps, hasNothingBefore, isRestLongest, type MarkedDay } from './drawn-body';
import { useDrawnText } from './use-drawn-text';

/** What a dashboard puts around a drawing: its own title, where it leads, and the table, folded away. */
export type DrawnFrame = { readonly title: string; readonly actions: ReactNode; readonly table: ReactNode };

/** The answer to a question as a drawing, from the same cells as the table under it; what is clicked narrows the page, as in the table. */
export function PivotDrawing({ frame, ...props }: DrawnProps & { frame?: DrawnFrame }) {
  const { drawing, drawn, pivot, question, resolved, currency, marks, moreRemarks } = props;
  const t = useTranslations('explore.drawn');
  const tStatistics = useTranslations('statistics');
  const tDefinition = useTranslations('explore.definition');
  const text = useDrawnText(props);
  const figure = tStatistics(`figure.${drawn.figure}`);
  const isTotalled = drawn.isSummed && drawn.says === 'figure';
  const sizeOf = (values: readonly (number | null)[]) =>
    drawn.isSummed ? text.sumOf(values) : Math.max(...values.map((value) => value ?? Number.NEGATIVE_INFINITY));
  const told = drawn.points.filter(({ row }) => row.kind === 'member');
  // A mean of nothing is no value: a row without any is no peak.
  const valued = told.filter(({ values }) => values.some((value) => value !== null));
  const peak = valued.reduce<(typeof told)[number] | null>(
    (most, point) => (most && sizeOf(most.values) >= sizeOf(point.values) ? most : point),
    null,
  );
  const whole = figureAt(pivot, drawn.figure, { row: TOTAL, column: TOTAL });
  const names = (rows: readonly Member[]) => rows.map((row) => text.row(row)).join(', ');
  const unmapped = drawing === 'map' ? told.filter(({ row }) => !mappedCountries().has(row.key)) : [];
  const rest = drawing === 'map' ? drawn.points.find(({ row }) => row.kind === 'rest')?.row : undefined;
  const notes = [
    drawing === 'bar' && question.rows !== 'time' && isRestLongest(drawn) ? t('restLongest') : null,
    question.rows === 'time' && resolved.grain !== 'day' && hasPartialPoint(resolved.period, resolved.grain)
      ? tStatistics('series.partial', { grain: resolved.grain })
      : null,
    (drawing === 'treemap' || drawing === 'flow') && hasFalls(drawn) ? t('falls') : null,
    question.rows === 'time' && hasNothingBefore(drawn) ? t('nothingBefore') : null,
    drawn.left > 0 ? t('left', { count: drawn.left }) : null,
    question.columns && !drawn.isSummed && drawn.series[0]?.kind === 'total' ? t('whole') : null,
    question.figures.length > 1 ? t('first', { figure }) : null,
    drawing === 'multiples' ? t('scale') : null,
    unmapped.length > 0 ? t('unmapped', { names: names(unmapped.map(({ row }) => row)) }) : null,
    rest?.kind === 'rest' ? t('rest', { count: rest.count }) : null,
    drawing === 'map' ? t('borders') : null,
  ].filter((note) => note !== null);
  return (
    <ChartFigure
      title={frame?.title ?? t(`title.${drawn.says}`, { figure })}
      actions={frame?.actions}
      table={frame?.table}
      summary={
        peak
          ? t(isTotalled ? 'summary' : 'overall', {
              total: whole === null ? '–' : text.figure(exploredText(drawn.figure, whole, currency)),
              unit: text.unitOfFigure,
              peak: text.value(sizeOf(peak.values)),
              at: text.row(peak.row),
            })
          : ''
      }
      footnote={
        <>
          {notes.join(' ')}{' '}
          <TextLink
            href={props.links.definition(drawn.figure)}
            prefetch={false}
            className="inline-flex min-h-6 items-center"
          >
            {tDefinition('link', { version: DEFINITIONS[drawn.figure].version })}
          </TextLink>
        </>
      }
    >
      <DrawnBody {...props} />
      {question.rows === 'time' && drawing !== 'multiples' && marks.length > 0 ? (
        <MarkList marks={marks} moreRemarks={moreRemarks} />
      ) : null}
    </ChartFigure>
  );
}

/** Whether anything is below nothing, as charges that were taken off: it is no part of a whole that could be drawn. */
const hasFalls = ({ points }: DrawnProps['drawn']): boolean =>
  points.some(({ values }) => values.some((value) => (value ?? 0) < 0));

/** What the marks over the drawing stand for. */
function MarkList({ marks, moreRemarks }: { marks: readonly MarkedDay[]; moreRemarks: number }) {
  const t = useTranslations('explore.marks');
  const locale = useLocale();
  return (
    <div className="pt-2 text-xs">
      <p className="font-medium">{t('title')}</p>
      <ol className="list-inside list-decimal text-muted">
        {marks.map(({ day, laws, remarks }) => (
          <li key={day}>
            <time dateTime={day}>{formatInstant(locale, new Date(`${day}T00:00:00Z`), 'date')}</time>:{' '}
            {laws.length > 0 ? t('law', { texts: laws.join('; ') }) : null}
            {remarks.map(({ remarkId, text, ownerName }, at) => (
              <Fragment key={remarkId}>
                {at > 0 || laws.length > 0 ? '; ' : null}
                <bdi translate="no" className="text-ink">
                  {text}
                </bdi>{' '}
                (<bdi translate="no">{ownerName}</bdi>)
              </Fragment>
            ))}
          </li>
        ))}
      </ol>
      {moreRemarks > 0 ? <p className="text-muted">{t('more', { count: moreRemarks })}</p> : null}
    </div>
  );
}
