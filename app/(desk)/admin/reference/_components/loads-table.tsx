import { useTranslations } from 'next-intl';
import { routes } from '@/app/_server/routes';
import { DataTable } from '@/components/table/data-table';
import { Badge, type Tone } from '@/components/ui/badge';
import { DateTime } from '@/components/ui/date-time';
import { Count } from '@/components/ui/quantity';
import { State } from '@/components/ui/state';
import { TextLink } from '@/components/ui/text-link';
import type { LoadRow } from '@/db/queries/reference/list-loads';

const TONES: Readonly<Record<LoadRow['status'], Tone>> = {
  previewed: 'warning',
  loaded: 'success',
  unchanged: 'neutral',
  discarded: 'neutral',
};

export function LoadStatus({ status }: { status: LoadRow['status'] }) {
  const t = useTranslations('reference.load.status');
  return <Badge tone={TONES[status]}>{t(status)}</Badge>;
}

/** Files that were looked at and what became of them, the latest first. */
export function LoadsTable({ loads }: { loads: readonly LoadRow[] }) {
  const t = useTranslations('reference');
  return (
    <DataTable
      caption={t('history.caption')}
      captionHidden
      rows={loads}
      rowKey={(load) => load.id}
      empty={
        <State kind="empty" title={t('history.none')}>
          {t('history.noneText')}
        </State>
      }
      columns={[
        {
          key: 'at',
          header: t('history.at'),
          rowHeader: true,
          cell: (load) => (
            <TextLink href={routes.referenceLoad(load.id)}>
              <DateTime at={load.previewedAt} />
            </TextLink>
          ),
        },
        {
          key: 'kind',
          header: t('history.kind'),
          cell: ({ kind, series }) => (
            <>
              {t.has(`kind.${kind}`) ? t(`kind.${kind}`) : kind}
              {series ? (
                <span className="block text-muted text-xs">
                  {t.has(`series.${series}`) ? t(`series.${series}`) : series}
                </span>
              ) : null}
            </>
          ),
        },
        { key: 'edition', header: t('history.edition'), cell: (load) => <span translate="no">{load.edition}</span> },
        { key: 'from', header: t('history.validFrom'), cell: (load) => <span translate="no">{load.validFrom}</span> },
        {
          key: 'changes',
          header: t('history.changes'),
          numeric: true,
          cell: ({ added, changed, ended }) => (
            <span className="whitespace-nowrap">
              <Count value={added} /> / <Count value={changed} /> / <Count value={ended} />
            </span>
          ),
        },
        { key: 'status', header: t('history.status'), cell: (load) => <LoadStatus status={load.status} /> },
        {
          key: 'by',
          header: t('history.by'),
          cell: (load) => <span translate="no">{load.settledBy ?? load.previewedBy}</span>,
        },
      ]}
    />
  );
}
