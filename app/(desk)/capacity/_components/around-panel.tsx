import { useTranslations } from 'next-intl';
import { DataTable } from '@/components/table/data-table';
import { Badge } from '@/components/ui/badge';
import { Panel } from '@/components/ui/panel';
import { State } from '@/components/ui/state';
import type { AroundCutOff } from '@/db/queries/capacity/around-cut-off';
import { useCompetitorColumns } from './competitor-columns';

/** The last that worth selected and the first it did not, so that the line can be judged by what lies on either side. */
export function AroundPanel({ around }: { around: AroundCutOff }) {
  const t = useTranslations('capacity.around');
  const tShort = useTranslations('capacity.short');
  const columns = useCompetitorColumns();
  return (
    <Panel title={t('title')} description={t('text')} flush>
      <DataTable
        caption={t('title')}
        captionHidden
        rows={[...around.above, ...around.below]}
        rowKey={({ consignmentId }) => consignmentId}
        isDense
        empty={
          <State kind="empty" title={t('empty')}>
            {t('emptyText')}
          </State>
        }
        columns={[
          ...columns.slice(0, 1),
          {
            key: 'control',
            header: t('control'),
            cell: ({ control }) =>
              control ? <Badge tone="accent">{tShort(control)}</Badge> : <Badge>{t('none')}</Badge>,
          },
          ...columns.slice(1),
        ]}
      />
    </Panel>
  );
}
