import { getTranslations } from 'next-intl/server';
import { requireActor } from '@/app/_server/actor';
import { PageHeader } from '@/components/shell/page-header';
import { DataTable } from '@/components/table/data-table';
import { Panel } from '@/components/ui/panel';
import { Count } from '@/components/ui/quantity';
import { getPolicyOverview } from '@/db/queries/policy/get-policy-overview';

export default async function RiskPage() {
  const actor = await requireActor('policy.read');
  const [t, policy] = await Promise.all([getTranslations('riskdesk'), getPolicyOverview(actor)]);
  const data = (text: string) => <span translate="no">{text}</span>;
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead', { version: policy.version, day: policy.day })} />
      <div className="flex flex-col gap-4">
        <Panel title={t('rules')} flush>
          <DataTable
            caption={t('rules')}
            captionHidden
            rows={policy.parameters}
            rowKey={(row) => `${row.kind} ${row.key} ${row.validFrom}`}
            columns={[
              { key: 'kind', header: t('kind'), cell: (row) => data(row.kind) },
              { key: 'key', header: t('key'), rowHeader: true, cell: (row) => data(row.key) },
              { key: 'value', header: t('value'), cell: (row) => data(row.value) },
              { key: 'from', header: t('from'), cell: (row) => data(row.validFrom) },
              { key: 'source', header: t('source'), cell: (row) => data(row.source) },
            ]}
          />
        </Panel>
        <Panel title={t('lists')} description={t('listsText')} flush>
          <DataTable
            caption={t('lists')}
            captionHidden
            rows={policy.lists}
            rowKey={(row) => row.kind}
            columns={[
              { key: 'kind', header: t('kind'), rowHeader: true, cell: (row) => data(row.kind) },
              { key: 'rows', header: t('rows'), numeric: true, cell: (row) => <Count value={row.rows} /> },
            ]}
          />
        </Panel>
      </div>
    </>
  );
}
