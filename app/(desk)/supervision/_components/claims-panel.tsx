import { useTranslations } from 'next-intl';
import { routes } from '@/app/_server/routes';
import { DataTable } from '@/components/table/data-table';
import { Countdown } from '@/components/ui/countdown';
import { DateTime } from '@/components/ui/date-time';
import { LaneBadge } from '@/components/ui/lane-badge';
import { Panel } from '@/components/ui/panel';
import { State } from '@/components/ui/state';
import { TextLink } from '@/components/ui/text-link';
import type { ClaimRow } from '@/db/queries/clearance/list-claims';
import type { OfficerOfOffice } from '@/db/queries/clearance/list-officers';
import { reassignAction } from '../actions';
import { ReassignDialog } from './reassign-dialog';

type ClaimsPanelProps = {
  claims: readonly ClaimRow[];
  officers: readonly OfficerOfOffice[];
  officeNames: ReadonlyMap<string, string>;
  now: string;
  mayReassign: boolean;
};

/** Every claimed consignment with its holder, the one whose claim ends first on top. */
export function ClaimsPanel({ claims, officers, officeNames, now, mayReassign }: ClaimsPanelProps) {
  const t = useTranslations('supervision');
  const others = (claim: ClaimRow) =>
    officers.filter(({ officeId, userId }) => officeId === claim.officeId && userId !== claim.officerId);
  if (claims.length === 0)
    return (
      <Panel title={t('claims.title')}>
        <State kind="empty" title={t('noLeases')}>
          {t('noLeasesText')}
        </State>
      </Panel>
    );
  return (
    <Panel title={t('claims.title')} description={t('claims.most', { count: claims.length })} flush>
      <DataTable<ClaimRow>
        caption={t('claims.title')}
        captionHidden
        rows={claims}
        rowKey={(claim) => claim.consignmentId}
        maxHeight="32rem"
        columns={[
          {
            key: 'consignment',
            header: t('claims.consignment'),
            rowHeader: true,
            cell: (claim) => (
              <TextLink href={routes.consignment(claim.consignmentId, { from: routes.supervision() })} data>
                {claim.reference}
              </TextLink>
            ),
          },
          { key: 'lane', header: t('claims.lane'), cell: (claim) => <LaneBadge lane={claim.laneEffective} /> },
          {
            key: 'officer',
            header: t('claims.officer'),
            cell: (claim) => <bdi translate="no">{claim.officerName}</bdi>,
          },
          {
            key: 'office',
            header: t('office'),
            cell: (claim) => <span translate="no">{officeNames.get(claim.officeId) ?? claim.officeId}</span>,
          },
          {
            key: 'timeLeft',
            header: t('claims.timeLeft'),
            cell: (claim) => <Countdown dueAt={claim.actByAt} now={now} />,
          },
          {
            key: 'since',
            header: t('claims.since'),
            cell: (claim) => (claim.claimedAt ? <DateTime at={claim.claimedAt} show="time" /> : null),
          },
          {
            key: 'until',
            header: t('claims.until'),
            cell: (claim) => (claim.leaseUntil ? <DateTime at={claim.leaseUntil} show="time" /> : null),
          },
          ...(mayReassign
            ? [
                {
                  key: 'act',
                  header: t('claims.act'),
                  cell: (claim: ClaimRow) => (
                    <ReassignDialog claim={claim} officers={others(claim)} action={reassignAction} />
                  ),
                },
              ]
            : []),
        ]}
      />
    </Panel>
  );
}
