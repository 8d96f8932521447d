import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireActor } from '@/app/_server/actor';
import { routes } from '@/app/_server/routes';
import { ReasonDialog } from '@/components/forms/reason-dialog';
import { PageHeader } from '@/components/shell/page-header';
import { DataTable } from '@/components/table/data-table';
import { Button } from '@/components/ui/button';
import { DateTime } from '@/components/ui/date-time';
import { Panel } from '@/components/ui/panel';
import { State } from '@/components/ui/state';
import { TextLink } from '@/components/ui/text-link';
import { DISMISSALS_SHOWN, listDismissals } from '@/db/queries/screening/list-dismissals';
import { can } from '@/lib/identity/permissions';
import { withdrawDismissalAction } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('screening'))('dismissals.title') };
}

/** Every match that somebody dismissed, with the way back. */
export default async function DismissalsPage() {
  const actor = await requireActor('screening.read');
  const [t, dismissed] = await Promise.all([getTranslations('screening'), listDismissals(actor)]);
  const mayWithdraw = can(actor, 'screening.dismiss');
  const empty = (
    <State kind="empty" title={t('dismissals.none')}>
      {t('dismissals.noneText')}
    </State>
  );
  return (
    <>
      <PageHeader
        title={t('dismissals.title')}
        lead={t('dismissals.lead')}
        back={{ href: routes.risk(), label: t('dismissals.back') }}
        meta={dismissed.length === DISMISSALS_SHOWN ? t('dismissals.most', { count: DISMISSALS_SHOWN }) : undefined}
      />
      <Panel flush={dismissed.length > 0}>
        <DataTable
          caption={t('dismissals.title')}
          captionHidden
          empty={empty}
          rows={dismissed}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'entry',
              header: t('dismissals.entry'),
              rowHeader: true,
              cell: ({ listedName, list, entryId, edition }) => (
                <>
                  <bdi translate="no">{listedName}</bdi>
                  <span translate="no" className="block font-mono font-normal text-muted text-xs">
                    {list} {entryId} · {edition}
                  </span>
                </>
              ),
            },
            { key: 'party', header: t('dismissals.party'), cell: ({ party }) => t(`partyName.${party}`) },
            {
              key: 'consignment',
              header: t('dismissals.consignment'),
              cell: ({ consignmentId }) => (
                <TextLink href={routes.consignment(consignmentId, { from: routes.dismissals() })}>
                  {t('dismissals.open')}
                </TextLink>
              ),
            },
            {
              key: 'by',
              header: t('dismissals.by'),
              cell: ({ dismissedByName, dismissedAt }) => (
                <>
                  <bdi translate="no">{dismissedByName}</bdi>
                  <span className="block text-muted text-xs">
                    <DateTime at={dismissedAt} />
                  </span>
                </>
              ),
            },
            {
              key: 'reason',
              header: t('dismissals.reason'),
              cell: ({ reason }) => <bdi translate="no">{reason}</bdi>,
            },
            ...(mayWithdraw
              ? [
                  {
                    key: 'act',
                    header: t('dismissals.act'),
                    cell: (row: (typeof dismissed)[number]) => (
                      <ReasonDialog
                        trigger={<Button size="sm">{t('dismissals.withdraw')}</Button>}
                        title={t('dismissals.withdrawTitle', { name: row.listedName })}
                        description={t('dismissals.withdrawText', {
                          party: t(`party.${row.party}`),
                          entry: row.entryId,
                          list: row.list,
                        })}
                        submit={t('dismissals.withdraw')}
                        done={t('dismissals.withdrawDone')}
                        action={withdrawDismissalAction}
                        fields={{ dismissalId: row.id }}
                      />
                    ),
                  },
                ]
              : []),
          ]}
        />
      </Panel>
    </>
  );
}
