import { useTranslations } from 'next-intl';
import { routes } from '@/app/_server/routes';
import { DataTable } from '@/components/table/data-table';
import { Badge } from '@/components/ui/badge';
import { Panel } from '@/components/ui/panel';
import { State } from '@/components/ui/state';
import type { CapacityOverview } from '@/db/queries/capacity/get-capacity';
import { useCompetitorColumns } from './competitor-columns';

type AroundPanelProps = Pick<CapacityOverview, 'around' | 'ranking' | 'officeId' | 'day'>;

/** The last that worth selected and the first it did not, so that the line can be judged by what lies on either side. */
export function AroundPanel({ around, ranking, officeId, day }: AroundPanelProps) {
  const t = useTranslations('capacity.around');
  const tShort = useTranslations('capacity.short');
  const tCapacity = useTranslations('capacity');
  const columns = useCompetitorColumns(routes.capacity({ office: officeId, day }));
  const rows = [...around.above, ...around.below];
  const isMixed = new Set(rows.map(({ worthBasis }) => worthBasis)).size > 1;
  return (
    <Panel title={t('title')} description={t('text')} flush>
      <DataTable
        caption={t('title')}
        captionHidden
        rows={rows}
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
      <p className="px-4 py-3 text-muted text-sm">
        {tCapacity(`basis.${ranking.basis}`, { version: ranking.version ?? 0 })} {isMixed ? tCapacity('mixed') : null}
      </p>
    </Panel>
  );
}
