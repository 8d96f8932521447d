import { useTranslations } from 'next-intl';
import { DateTime } from '@/components/ui/date-time';
import { DescriptionList } from '@/components/ui/description-list';
import { Panel } from '@/components/ui/panel';
import type { CustodyRecord } from '@/db/queries/consignment/get-custody';
import { citationOf } from '@/lib/clearance/grounds';

/** Of which consignment, and by which decisions on which provisions. */
export function CustodyHead({ record }: { record: CustodyRecord }) {
  const t = useTranslations('consignment.custody');
  const tClearance = useTranslations('clearance');
  const decided = record.decisions.map((decision) => ({
    term: tClearance(`decisionKind.${decision.kind}`),
    value: (
      <>
        {decision.told ? (
          <>
            {tClearance(`ground.${decision.told.ground}`)}
            <span translate="no"> · {decision.told.citation ?? citationOf(decision.kind, decision.told.ground)}</span>
          </>
        ) : null}
        <span className="block text-muted text-xs" translate="no">
          {decision.decidedByName}
          {decision.secondByName ? `, ${decision.secondByName}` : ''} ·{' '}
          <DateTime at={decision.secondAt ?? decision.decidedAt} />
        </span>
      </>
    ),
  }));
  return (
    <Panel title={t('about')}>
      <DescriptionList
        items={[
          { term: t('status'), value: tClearance(`status.${record.status}`) },
          { term: t('goods'), value: record.headline, data: true },
          { term: t('office'), value: record.officeName, data: true },
          { term: t('partner'), value: record.partnerName, data: true },
          ...decided,
        ]}
        columns={2}
      />
    </Panel>
  );
}
