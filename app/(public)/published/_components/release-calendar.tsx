import { useTranslations } from 'next-intl';
import { routes } from '@/app/_server/routes';
import { DataTable } from '@/components/table/data-table';
import { Badge } from '@/components/ui/badge';
import { DateTime } from '@/components/ui/date-time';
import { TextLink } from '@/components/ui/text-link';
import type { PublishedRelease } from '@/db/queries/publication/published';
import { dayOf } from '@/lib/kernel/dates';
import { monthAfter, plannedRelease } from '@/lib/publication/calendar';
import { DATASET_IDS } from '@/lib/publication/datasets';
import { MonthName } from './member-name';

type Row = {
  readonly month: string;
  /** Null where the month is planned and not frozen yet. */
  readonly number: number | null;
  readonly at: Date;
  readonly kind: 'published' | 'toCome' | 'planned';
  readonly note: string;
};
type ToCome = { readonly month: string; readonly number: number; readonly releaseAt: Date };

/** Releases planned ahead that nobody has prepared yet. */
const PLANNED = 3;

/** Every release, those to come first: approved ones, and by the rule of the calendar the next months. */
export function calendarRows(
  published: readonly PublishedRelease[],
  toCome: readonly ToCome[],
  now = new Date(),
): readonly Row[] {
  const known = new Set([...published, ...toCome].map(({ month }) => month));
  const current = dayOf(now).slice(0, 7);
  const planned = Array.from({ length: PLANNED }, (_, ahead) => monthAfter(current, ahead - 1))
    .filter((month) => !known.has(month) && plannedRelease(month) > now)
    .map((month): Row => ({ month, number: null, at: plannedRelease(month), kind: 'planned', note: '' }));
  const ahead = [
    ...toCome.map(({ releaseAt: at, ...row }): Row => ({ ...row, at, kind: 'toCome', note: '' })),
    ...planned,
  ].sort((a, b) => b.at.getTime() - a.at.getTime());
  const past = published
    .map(({ publishedAt: at, ...row }): Row => ({ ...row, at, kind: 'published' }))
    .sort((a, b) => b.at.getTime() - a.at.getTime());
  return [...ahead, ...past];
}

/** The releases that were and will be, with the tables of those that were. */
export function ReleaseCalendar({ rows, monthOf }: { rows: readonly Row[]; monthOf: (month: string) => string }) {
  const t = useTranslations('publication');
  return (
    <DataTable
      caption={t('site.calendarCaption')}
      captionHidden
      rows={rows}
      rowKey={({ month, number }) => `${month}/${number ?? ''}`}
      columns={[
        {
          key: 'month',
          header: t('site.month'),
          rowHeader: true,
          cell: ({ month, number }) => (
            <>
              <MonthName month={month} name={monthOf(month)} />
              {number !== null && number > 1 ? (
                <span className="text-muted"> · {t('vintage', { vintage: number })}</span>
              ) : null}
            </>
          ),
        },
        {
          key: 'when',
          header: t('site.when'),
          cell: ({ at, kind }) => (
            <span className="flex flex-wrap items-center gap-2">
              <DateTime at={at} />
              {kind === 'published' ? null : <Badge tone="info">{t(`site.${kind}`)}</Badge>}
            </span>
          ),
        },
        {
          key: 'tables',
          header: t('site.datasets'),
          className: 'min-w-64',
          cell: ({ month, number, kind }) =>
            kind === 'published' && number !== null ? (
              <ul className="flex flex-col">
                {DATASET_IDS.map((dataset) => (
                  <li key={dataset}>
                    <TextLink
                      href={routes.publishedVintage(dataset, month, number)}
                      className="inline-flex min-h-target items-center"
                    >
                      {t(`dataset.${dataset}.title`)}
                    </TextLink>
                  </li>
                ))}
              </ul>
            ) : null,
        },
        {
          key: 'note',
          header: t('site.note'),
          className: 'min-w-56',
          cell: ({ note, number, kind }) =>
            kind === 'published' ? (
              note ? (
                <bdi translate="no">{note}</bdi>
              ) : number === 1 ? (
                t('site.first')
              ) : null
            ) : null,
        },
      ]}
    />
  );
}
