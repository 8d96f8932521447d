import { useTranslations } from 'next-intl';
import { routes } from '@/app/_server/routes';
import { ReleaseBadge } from '@/components/publication/release-badge';
import { DataTable } from '@/components/table/data-table';
import { DateTime } from '@/components/ui/date-time';
import { TextLink } from '@/components/ui/text-link';
import type { VintageView } from '@/db/queries/publication/list-vintages';
import { DATASET_IDS } from '@/lib/publication/datasets';

/** The vintages, the latest month first. */
export function VintageTable({ rows, monthOf }: { rows: readonly VintageView[]; monthOf: (month: string) => string }) {
  const t = useTranslations('publication');
  return (
    <DataTable
      caption={t('caption')}
      captionHidden
      rows={rows}
      rowKey={({ month, number }) => `${month}/${number}`}
      columns={[
        {
          key: 'vintage',
          header: t('column.vintage'),
          rowHeader: true,
          cell: ({ month, number }) => (
            <TextLink href={routes.publication(month, number)} className="inline-flex min-h-target items-center">
              {t('page.title', { month: monthOf(month), vintage: number })}
            </TextLink>
          ),
        },
        { key: 'frozen', header: t('column.frozen'), cell: ({ frozenAt }) => <DateTime at={frozenAt} /> },
        {
          key: 'told',
          header: t('column.told'),
          numeric: true,
          cell: ({ kept }) =>
            t('toldOf', {
              shown: DATASET_IDS.reduce((sum, dataset) => sum + (kept[dataset]?.cellsShown ?? 0), 0),
              all: DATASET_IDS.reduce((sum, dataset) => sum + (kept[dataset]?.cells ?? 0), 0),
            }),
        },
        {
          key: 'release',
          header: t('column.release'),
          cell: ({ releases }) => <ReleaseBadge state={releases[0]?.state ?? null} />,
        },
        {
          key: 'releaseAt',
          header: t('column.releaseAt'),
          cell: ({ releases: [release] }) =>
            release ? <DateTime at={release.publishedAt ?? release.releaseAt} /> : null,
        },
        {
          key: 'people',
          header: t('column.people'),
          cell: ({ releases: [release] }) =>
            release ? (
              <bdi translate="no">
                {[release.preparedByName, release.decidedByName].filter((name) => name !== null).join(' · ')}
              </bdi>
            ) : null,
        },
      ]}
    />
  );
}
