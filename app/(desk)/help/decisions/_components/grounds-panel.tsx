import { useTranslations } from 'next-intl';
import { DataTable } from '@/components/table/data-table';
import { Panel } from '@/components/ui/panel';
import { citationOf, type DecisionGround, groundsOf } from '@/lib/clearance/grounds';
import { DECISION_KINDS } from '@/lib/consignment/codes';

const ROWS = DECISION_KINDS.flatMap((kind) => {
  const grounds: readonly DecisionGround[] = groundsOf(kind);
  return grounds.map((ground) => ({ kind, ground }));
});

/** The grounds of each decision with the provision it rests on. */
export function GroundsPanel() {
  const t = useTranslations('help.decisions');
  const tClearance = useTranslations('clearance');
  return (
    <Panel title={t('grounds')} description={t('groundsText')} id="grounds" flush>
      <DataTable
        caption={t('grounds')}
        captionHidden
        rows={ROWS}
        rowKey={({ kind, ground }) => `${kind} ${ground}`}
        columns={[
          {
            key: 'kind',
            header: t('decision'),
            rowHeader: true,
            cell: ({ kind }) => tClearance(`decisionKind.${kind}`),
          },
          { key: 'ground', header: t('ground'), cell: ({ ground }) => tClearance(`ground.${ground}`) },
          {
            key: 'citation',
            header: t('provision'),
            cell: ({ kind, ground }) => <span translate="no">{citationOf(kind, ground)}</span>,
          },
        ]}
      />
    </Panel>
  );
}
