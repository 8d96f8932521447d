import { useTranslations } from 'next-intl';
import { routes } from '@/app/_server/routes';
import { DataTable } from '@/components/table/data-table';
import { Badge } from '@/components/ui/badge';
import { Countdown } from '@/components/ui/countdown';
import { DateTime } from '@/components/ui/date-time';
import { LaneBadge } from '@/components/ui/lane-badge';
import { Panel } from '@/components/ui/panel';
import { ScoreBadge } from '@/components/ui/score-badge';
import { State } from '@/components/ui/state';
import { TextLink } from '@/components/ui/text-link';
import type { OpenAudit } from '@/db/queries/post-audit/list-audits';

type OpenAuditsProps = { audits: readonly OpenAudit[]; office: string; most: number; now: string };

/** What is open, the own first, then the oldest. */
export function OpenAudits({ audits, office, most, now }: OpenAuditsProps) {
  const t = useTranslations('postAudit');
  const tState = useTranslations('consignment.audit.state');
  return (
    <Panel
      title={t.rich('open.title', {
        count: audits.length,
        office,
        name: (parts) => <bdi translate="no">{parts}</bdi>,
      })}
      description={audits.length === most ? t('open.most', { count: most }) : undefined}
      flush={audits.length > 0}
    >
      <DataTable<OpenAudit>
        caption={t('open.caption')}
        captionHidden
        rows={audits}
        rowKey={({ auditId }) => auditId}
        empty={
          <State kind="empty" title={t('open.none')}>
            {t('open.noneText')}
          </State>
        }
        columns={[
          {
            key: 'reference',
            header: t('open.reference'),
            rowHeader: true,
            cell: ({ consignmentId, reference, headline }) => (
              <>
                <TextLink href={routes.consignment(consignmentId, { from: routes.postAudits() })} data>
                  {reference}
                </TextLink>
                <bdi className="block text-muted text-xs" translate="no">
                  {headline}
                </bdi>
              </>
            ),
          },
          { key: 'lane', header: t('open.lane'), cell: ({ lane }) => <LaneBadge lane={lane} /> },
          { key: 'score', header: t('open.score'), cell: ({ score }) => <ScoreBadge score={score} /> },
          {
            key: 'released',
            header: t('open.released'),
            cell: ({ releasedAt }) => (releasedAt ? <DateTime at={releasedAt} /> : '–'),
          },
          { key: 'basis', header: t('open.basis'), cell: ({ basis }) => t(`basis.${basis}`) },
          {
            key: 'state',
            header: t('open.state'),
            cell: ({ state }) => (
              <Badge tone={state === 'overdue' ? 'danger' : state === 'answered' ? 'warning' : 'neutral'}>
                {tState(state)}
              </Badge>
            ),
          },
          {
            key: 'due',
            header: t('open.due'),
            cell: ({ state, dueAt }) =>
              dueAt && (state === 'asked' || state === 'overdue') ? <Countdown dueAt={dueAt} now={now} /> : '–',
          },
          {
            key: 'by',
            header: t('open.by'),
            cell: ({ isOwn, takenByName }) =>
              isOwn ? t('open.you') : takenByName ? <bdi translate="no">{takenByName}</bdi> : t('open.nobody'),
          },
        ]}
      />
    </Panel>
  );
}
