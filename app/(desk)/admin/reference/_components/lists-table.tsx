import { useTranslations } from 'next-intl';
import { routes } from '@/app/_server/routes';
import { DataTable } from '@/components/table/data-table';
import { DateTime } from '@/components/ui/date-time';
import { Count } from '@/components/ui/quantity';
import { TextLink } from '@/components/ui/text-link';
import type { ListOverview, Origin } from '@/db/queries/reference/list-lists';

/** Editions named in a row; the list itself shows every one. */
const ORIGINS_SHOWN = 3;

/** Every list with its rows in force, where they come from and who loaded it last. */
export function ListsTable({ lists, day }: { lists: readonly ListOverview[]; day: string }) {
  const t = useTranslations('reference');
  return (
    <DataTable
      caption={t('overview.caption', { day })}
      captionHidden
      maxHeight="none"
      rows={lists}
      rowKey={(list) => list.kind}
      columns={[
        {
          key: 'kind',
          header: t('overview.kind'),
          rowHeader: true,
          className: 'min-w-56 align-top',
          cell: (list) => (
            <>
              <TextLink href={routes.referenceList(list.kind)}>{t(`kind.${list.kind}`)}</TextLink>
              <span className="block max-w-xs font-normal text-muted text-xs">{t(`acts.${list.kind}`)}</span>
            </>
          ),
        },
        {
          key: 'rows',
          header: t('overview.rows'),
          numeric: true,
          className: 'align-top',
          cell: (list) => <Count value={list.rows} />,
        },
        {
          key: 'origin',
          header: t('overview.origin'),
          className: 'min-w-72 align-top',
          cell: (list) => <Origins origins={list.origins} />,
        },
        {
          key: 'since',
          header: t('overview.since'),
          className: 'align-top whitespace-nowrap',
          cell: (list) => (
            <>
              <span translate="no">{list.latestFrom}</span>
              {list.ahead > 0 ? (
                <span className="block text-muted text-xs">{t('overview.ahead', { count: list.ahead })}</span>
              ) : null}
            </>
          ),
        },
        {
          key: 'loaded',
          header: t('overview.loaded'),
          className: 'align-top whitespace-nowrap',
          cell: ({ lastLoad }) =>
            lastLoad ? (
              <>
                <DateTime at={lastLoad.at} />
                <span className="block text-muted text-xs">{t('overview.by', { name: lastLoad.by })}</span>
              </>
            ) : (
              <span className="text-muted">{t('overview.never')}</span>
            ),
        },
      ]}
    />
  );
}

function Origins({ origins }: { origins: readonly Origin[] }) {
  const t = useTranslations('reference.overview');
  if (origins.length === 0) return <span className="text-muted">{t('none')}</span>;
  return (
    <ul className="flex max-w-md flex-col gap-1">
      {origins.slice(0, ORIGINS_SHOWN).map(({ edition, source, rows }) => (
        <li key={`${edition} ${source}`}>
          <span translate="no">{edition}</span>
          {origins.length > 1 ? <span className="text-muted"> · {t('originRows', { count: rows })}</span> : null}
          <span className="block text-muted text-xs" translate="no">
            {source}
          </span>
        </li>
      ))}
      {origins.length > ORIGINS_SHOWN ? (
        <li className="text-muted text-xs">{t('moreOrigins', { count: origins.length - ORIGINS_SHOWN })}</li>
      ) : null}
    </ul>
  );
}
