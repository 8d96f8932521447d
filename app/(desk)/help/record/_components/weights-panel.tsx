import { useTranslations } from 'next-intl';
import { DataTable } from '@/components/table/data-table';
import { Panel } from '@/components/ui/panel';
import { Count } from '@/components/ui/quantity';
import type { DataRules } from '@/db/queries/policy/get-data-rules';

/** What findings cost, side by side. */
export function WeightsPanel({ rules: { weights, refusedMost } }: { rules: DataRules }) {
  const t = useTranslations('quality');
  return (
    <Panel id="score" title={t('weights.title')} description={t('weights.text', { most: refusedMost })} flush>
      <DataTable
        caption={t('weights.title')}
        captionHidden
        rows={weights}
        rowKey={({ dimension }) => dimension}
        columns={[
          {
            key: 'side',
            header: t('weights.side'),
            rowHeader: true,
            cell: ({ dimension }) => t(`dimension.${dimension}`),
          },
          {
            key: 'meaning',
            header: t('weights.meaning'),
            className: 'min-w-64',
            cell: ({ dimension }) => t(`dimensionText.${dimension}`),
          },
          {
            key: 'warning',
            header: t('weights.warning'),
            numeric: true,
            cell: (row) => <Count value={row.warning} />,
          },
          { key: 'error', header: t('weights.error'), numeric: true, cell: (row) => <Count value={row.error} /> },
          { key: 'most', header: t('weights.most'), numeric: true, cell: (row) => <Count value={row.most} /> },
        ]}
      />
    </Panel>
  );
}
