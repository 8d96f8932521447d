import { useTranslations } from 'next-intl';
import { LiftHold } from '@/components/privacy/hold-acts';
import { DataTable } from '@/components/table/data-table';
import { Badge } from '@/components/ui/badge';
import { DateTime } from '@/components/ui/date-time';
import { State } from '@/components/ui/state';
import type { LegalHoldRow } from '@/db/queries/privacy/list-legal-holds';
import { liftLegalHoldAction } from '../../actions';

/** Legal holds, those in force first. */
export function HoldTable({ rows, mayLift }: { rows: readonly LegalHoldRow[]; mayLift: boolean }) {
  const t = useTranslations('privacy.holds');
  const data = (text: string) => <span translate="no">{text}</span>;
  return (
    <DataTable
      caption={t('title')}
      captionHidden
      rows={rows}
      rowKey={({ holdId }) => holdId}
      empty={
        <State kind="empty" title={t('none')}>
          {t('noneText')}
        </State>
      }
      columns={[
        { key: 'reference', header: t('reference'), rowHeader: true, cell: ({ reference }) => data(reference) },
        {
          key: 'subject',
          header: t('subject'),
          className: 'min-w-32',
          cell: ({ subject }) => t(`subjects.${subject}`),
        },
        { key: 'reason', header: t('reason'), className: 'min-w-48', cell: ({ reason }) => data(reason) },
        { key: 'office', header: t('office'), cell: ({ officeId }) => data(officeId) },
        {
          key: 'placed',
          header: t('placed'),
          cell: ({ placedByName, placedAt }) => (
            <>
              {data(placedByName)}, <DateTime at={placedAt} />
            </>
          ),
        },
        {
          key: 'state',
          header: t('state'),
          cell: ({ liftedAt, liftedByName, liftReason }) => (
            <>
              <Badge tone={liftedAt ? 'neutral' : 'warning'}>{t(liftedAt ? 'lifted' : 'inForce')}</Badge>
              {liftedAt ? (
                <span className="block text-muted text-xs" translate="no">
                  {t('liftedBy', { name: liftedByName ?? '', reason: liftReason ?? '' })} · <DateTime at={liftedAt} />
                </span>
              ) : null}
            </>
          ),
        },
        ...(mayLift
          ? [
              {
                key: 'act',
                header: t('act'),
                cell: ({ holdId, reference, liftedAt, isOwn }: LegalHoldRow) =>
                  liftedAt ? null : isOwn ? (
                    <span className="text-muted text-xs">{t('own')}</span>
                  ) : (
                    <LiftHold holdId={holdId} reference={reference} action={liftLegalHoldAction} />
                  ),
              },
            ]
          : []),
      ]}
    />
  );
}
