import { useTranslations } from 'next-intl';
import { routes } from '@/app/_server/routes';
import { DateTime } from '@/components/ui/date-time';
import { Panel } from '@/components/ui/panel';
import { TextLink } from '@/components/ui/text-link';
import type { DecisionDetail } from '@/db/queries/consignment/consignment-detail';
import { isNoticed } from '@/lib/clearance/notice';
import { citationOf } from '@/lib/clearance/grounds';
import { DecisionState } from './decision-state';
import { Entry } from './entry';

type DecisionsProps = {
  consignmentId: string;
  decisions: readonly DecisionDetail[];
  now: string;
};

/** Decisions with their grounds. A proposal the second officer has not opened keeps its ground to itself. */
export function Decisions({ consignmentId, decisions, now }: DecisionsProps) {
  const t = useTranslations('consignment.proceedings');
  const tClearance = useTranslations('clearance');
  const tNotice = useTranslations('notice');
  if (decisions.length === 0) return null;
  return (
    <Panel title={t('decisions')} flush>
      <ul>
        {decisions.map((decision) => {
          const { told } = decision;
          const citation = told && (told.citation ?? citationOf(decision.kind, told.ground));
          return (
            <Entry
              key={decision.decisionId}
              title={tClearance(`decisionKind.${decision.kind}`)}
              marks={<DecisionState state={decision.state} undoableUntil={decision.undoableUntil} now={now} />}
              byName={decision.decidedByName}
              at={decision.decidedAt}
              words={told ? [told.note] : []}
            >
              <p className="text-muted">
                {told ? tClearance(`ground.${told.ground}`) : t('blind')}
                {citation ? <span translate="no"> · {citation}</span> : null}
              </p>
              {decision.state === 'final' && isNoticed(decision.kind) ? (
                <p>
                  <TextLink href={routes.notice(consignmentId, decision.decisionId)}>{tNotice('open')}</TextLink>
                </p>
              ) : null}
              {decision.secondAt ? (
                <p className="text-muted">
                  {t('second')} <span translate="no">{decision.secondByName}</span> ·{' '}
                  <DateTime at={decision.secondAt} />
                  {decision.secondNote ? <bdi translate="no"> · {decision.secondNote}</bdi> : null}
                </p>
              ) : null}
            </Entry>
          );
        })}
      </ul>
    </Panel>
  );
}
