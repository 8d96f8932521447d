import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { DateTime } from '@/components/ui/date-time';
import { Panel } from '@/components/ui/panel';
import type { HoldDetail } from '@/db/queries/consignment/load-holds';
import { Entry } from './entry';

/** Holds in the order they were placed: whose, on what ground, about which goods, by when, and what an agency said. */
export function Holds({ holds }: { holds: readonly HoldDetail[] }) {
  const t = useTranslations('consignment.proceedings');
  const tClearance = useTranslations('clearance');
  return (
    <Panel title={t('holds')} flush>
      <ul>
        {holds.map((hold) => (
          <Entry
            key={hold.holdId}
            title={tClearance(`holdGround.${hold.ground}`)}
            marks={
              <>
                {hold.agencyName ? (
                  <Badge tone="info">
                    <bdi translate="no">{hold.agencyName}</bdi>
                  </Badge>
                ) : null}
                <Badge tone={hold.liftedAt ? 'neutral' : hold.isOverdue ? 'danger' : 'warning'}>
                  {t(hold.liftedAt ? 'lifted' : hold.isOverdue ? 'overdue' : 'open')}
                </Badge>
              </>
            }
            byName={hold.placedByName}
            at={hold.placedAt}
            words={[hold.note]}
          >
            {hold.itemNumbers || hold.dueAt ? (
              <p className="text-muted text-xs">
                {hold.itemNumbers ? t('holdItems', { items: hold.itemNumbers.join(', ') }) : null}
                {hold.itemNumbers && hold.dueAt ? ' · ' : null}
                {hold.dueAt ? (
                  <>
                    {t('holdDue')} <DateTime at={hold.dueAt} />
                  </>
                ) : null}
              </p>
            ) : null}
            {hold.answers.map(({ number, verdict, conditions, words, byName, at }) => (
              <div key={number} className="mt-1 border-line-strong border-l-2 pl-3">
                <p className="font-medium">{tClearance(`holdVerdict.${verdict}`)}</p>
                <p className="whitespace-pre-line">
                  <bdi translate="no">{words}</bdi>
                </p>
                {conditions ? (
                  <p className="whitespace-pre-line">
                    <span className="text-muted">{t('conditions')}</span> <bdi translate="no">{conditions}</bdi>
                  </p>
                ) : null}
                <p className="text-muted text-xs">
                  <span translate="no">{byName}</span> · <DateTime at={at} />
                </p>
              </div>
            ))}
            {hold.liftedAt ? (
              <p className="text-muted">
                {t('liftedBy')} <span translate="no">{hold.liftedByName}</span> · <DateTime at={hold.liftedAt} />
                {hold.liftNote && hold.verdict !== 'approve' ? <bdi translate="no"> · {hold.liftNote}</bdi> : null}
              </p>
            ) : null}
          </Entry>
        ))}
      </ul>
    </Panel>
  );
}
