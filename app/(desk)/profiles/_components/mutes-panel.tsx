import { useTranslations } from 'next-intl';
import { routes } from '@/app/_server/routes';
import { ReasonDialog } from '@/components/forms/reason-dialog';
import { DataTable } from '@/components/table/data-table';
import { Button } from '@/components/ui/button';
import { DateTime } from '@/components/ui/date-time';
import { Panel } from '@/components/ui/panel';
import { TextLink } from '@/components/ui/text-link';
import type { MuteRow } from '@/db/queries/profile/list-mutes';
import { liftMuteAction } from '../actions';

type MutesPanelProps = { profileId: string; mutes: readonly MuteRow[]; mayLift: boolean };

/** Whom the profile leaves alone until when and why, and whom it did. */
export function MutesPanel({ profileId, mutes, mayLift }: MutesPanelProps) {
  const t = useTranslations('profile.mute');
  if (mutes.length === 0) return null;
  return (
    <Panel title={t('title')} description={t('lead')} flush>
      <DataTable
        caption={t('title')}
        captionHidden
        rows={mutes}
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'party',
            header: t('party'),
            rowHeader: true,
            cell: ({ party, from }) => (
              <>
                {t(`of.${party}`)}{' '}
                {from ? (
                  <TextLink href={routes.consignment(from.consignmentId)} data prefetch={false}>
                    {from.reference}
                  </TextLink>
                ) : (
                  t('elsewhere')
                )}
              </>
            ),
          },
          {
            key: 'until',
            header: t('until'),
            className: 'whitespace-nowrap',
            cell: ({ until, isInForce, liftedAt }) => (
              <>
                <DateTime at={`${until}T00:00:00Z`} show="date" />
                {isInForce ? null : (
                  <span className="block text-muted text-xs">{liftedAt ? t('lifted') : t('over')}</span>
                )}
              </>
            ),
          },
          {
            key: 'reason',
            header: t('reason'),
            cell: ({ reason, liftReason }) => (
              <>
                <bdi translate="no">{reason}</bdi>
                {liftReason ? (
                  <bdi translate="no" className="block text-muted text-xs">
                    {liftReason}
                  </bdi>
                ) : null}
              </>
            ),
          },
          {
            key: 'by',
            header: t('by'),
            cell: ({ mutedByName, mutedAt, liftedByName, liftedAt }) => (
              <>
                <bdi translate="no">{mutedByName}</bdi>, <DateTime at={mutedAt} show="date" />
                {liftedByName && liftedAt ? (
                  <span className="block text-muted text-xs">
                    {t('lifted')}: <bdi translate="no">{liftedByName}</bdi>, <DateTime at={liftedAt} show="date" />
                  </span>
                ) : null}
              </>
            ),
          },
          {
            key: 'lift',
            header: <span className="sr-only">{t('act')}</span>,
            cell: ({ id, rowVersion, isInForce, from }) =>
              mayLift && isInForce && from ? (
                <ReasonDialog
                  trigger={<Button size="sm">{t('lift')}</Button>}
                  title={t('lift')}
                  description={t('liftText')}
                  submit={t('lift')}
                  done={t('liftDone')}
                  action={liftMuteAction}
                  fields={{ profileId, muteId: id, rowVersion: String(rowVersion) }}
                />
              ) : null,
          },
        ]}
      />
    </Panel>
  );
}
