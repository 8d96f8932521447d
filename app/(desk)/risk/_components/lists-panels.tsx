import { useTranslations } from 'next-intl';
import { DataTable } from '@/components/table/data-table';
import { Panel } from '@/components/ui/panel';
import { Count } from '@/components/ui/quantity';
import { State } from '@/components/ui/state';
import type { PolicyOverview } from '@/db/queries/policy/get-policy-overview';

const data = (text: string) => <span translate="no">{text}</span>;

/** The longer lists, each by its count and where it comes from. */
export function ListsPanel({ policy }: { policy: PolicyOverview }) {
  const t = useTranslations('riskdesk');
  const tPolicy = useTranslations('policy');
  return (
    <Panel title={t('lists.title')} description={t('lists.text')} flush>
      <DataTable
        caption={t('lists.title')}
        captionHidden
        rows={policy.lists}
        rowKey={(row) => row.kind}
        columns={[
          { key: 'kind', header: t('lists.kind'), rowHeader: true, cell: (row) => tPolicy(`kind.${row.kind}`) },
          { key: 'rows', header: t('lists.rows'), numeric: true, cell: (row) => <Count value={row.rows} /> },
          {
            key: 'source',
            header: t('lists.source'),
            cell: (row) => (
              <ul>
                {row.sources.map((source) => (
                  <li key={source}>{data(source)}</li>
                ))}
              </ul>
            ),
          },
        ]}
      />
    </Panel>
  );
}

/** What is entered and will act on a later day. */
export function AheadPanel({ policy }: { policy: PolicyOverview }) {
  const t = useTranslations('riskdesk');
  const tPolicy = useTranslations('policy');
  const empty = (
    <State kind="empty" title={t('ahead.none')}>
      {t('ahead.noneText')}
    </State>
  );
  return (
    <Panel title={t('ahead.title')} flush={policy.ahead.length > 0}>
      <DataTable
        caption={t('ahead.title')}
        captionHidden
        rows={policy.ahead}
        rowKey={(row) => `${row.kind} ${row.key} ${row.validFrom}`}
        empty={empty}
        columns={[
          {
            key: 'what',
            header: t('ahead.what'),
            rowHeader: true,
            cell: (row) => (
              <>
                {tPolicy(`kind.${row.kind}`)} {row.key === null ? t('ahead.rows', { count: row.rows }) : data(row.key)}
              </>
            ),
          },
          { key: 'from', header: t('from'), cell: (row) => data(row.validFrom) },
          { key: 'to', header: t('to'), cell: (row) => (row.validTo ? data(row.validTo) : t('openEnd')) },
          { key: 'source', header: t('source'), cell: (row) => data(row.source) },
        ]}
      />
    </Panel>
  );
}
