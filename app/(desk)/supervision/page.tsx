import { getTranslations } from 'next-intl/server';
import { requireActor } from '@/app/_server/actor';
import { routes } from '@/app/_server/routes';
import { PageHeader } from '@/components/shell/page-header';
import { DataTable } from '@/components/table/data-table';
import { DateTime } from '@/components/ui/date-time';
import { Panel } from '@/components/ui/panel';
import { Count } from '@/components/ui/quantity';
import { State } from '@/components/ui/state';
import { TextLink } from '@/components/ui/text-link';
import { AGE_BANDS, type OfficeOverview, supervisionOverview } from '@/db/queries/clearance/supervision-overview';
import { can } from '@/lib/identity/permissions';

export default async function SupervisionPage() {
  const actor = await requireActor('clearance.supervise');
  const [t, offices] = await Promise.all([getTranslations('supervision'), supervisionOverview(actor)]);
  const mayOpenQueue = can(actor, 'clearance.queue');
  const active = offices.filter((office) => office.open > 0 || office.receivedToday > 0 || office.leases.length > 0);
  const rows = active.length > 0 ? active : offices;
  const leases = offices.flatMap((office) => office.leases.map((lease) => ({ ...lease, office })));
  const figure = (key: string, header: string, value: (office: OfficeOverview) => number) => ({
    key,
    header,
    numeric: true,
    cell: (office: OfficeOverview) => <Count value={value(office)} />,
  });
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className="flex flex-col gap-4">
        <Panel title={t('offices')} flush>
          <DataTable
            caption={t('offices')}
            captionHidden
            rows={rows}
            rowKey={(office) => office.officeId}
            columns={[
              {
                key: 'office',
                header: t('office'),
                rowHeader: true,
                cell: (office) => (
                  <span translate="no">
                    {mayOpenQueue ? (
                      <TextLink href={routes.queue({ office: office.officeId })}>{office.officeName}</TextLink>
                    ) : (
                      office.officeName
                    )}
                  </span>
                ),
              },
              figure('open', t('open'), (office) => office.open),
              ...AGE_BANDS.map(({ code }) => figure(code, t(`age.${code}`), (office) => office.openByAge[code])),
              figure('yellow', t('lane.yellow'), (office) => office.openByLane.yellow),
              figure('red', t('lane.red'), (office) => office.openByLane.red),
              figure('arrived', t('arrived'), (office) => office.arrived),
              figure('examination', t('examination'), (office) => office.examination),
              {
                key: 'second',
                header: t('second'),
                numeric: true,
                cell: (office) =>
                  mayOpenQueue && office.awaitingSecond > 0 ? (
                    <TextLink href={routes.queue({ office: office.officeId, tab: 'second' })}>
                      {t('review')} <Count value={office.awaitingSecond} />
                    </TextLink>
                  ) : (
                    <Count value={office.awaitingSecond} />
                  ),
              },
              figure('hold', t('onHold'), (office) => office.onHold),
              figure('overdue', t('overdue'), (office) => office.referralsOverdue),
              figure('released', t('released'), (office) => office.releasedByLaneToday),
            ]}
          />
        </Panel>
        <Panel title={t('leases')} flush={leases.length > 0}>
          {leases.length === 0 ? (
            <State kind="empty" title={t('noLeases')}>
              {t('noLeasesText')}
            </State>
          ) : (
            <DataTable
              caption={t('leases')}
              captionHidden
              rows={leases}
              rowKey={(lease) => `${lease.office.officeId} ${lease.officerId}`}
              columns={[
                {
                  key: 'officer',
                  header: t('officer'),
                  rowHeader: true,
                  cell: (lease) => <span translate="no">{lease.name}</span>,
                },
                {
                  key: 'office',
                  header: t('office'),
                  cell: (lease) => <span translate="no">{lease.office.officeName}</span>,
                },
                { key: 'held', header: t('held'), numeric: true, cell: (lease) => <Count value={lease.held} /> },
                {
                  key: 'until',
                  header: t('until'),
                  cell: (lease) => (lease.firstLeaseUntil ? <DateTime at={lease.firstLeaseUntil} show="time" /> : null),
                },
              ]}
            />
          )}
        </Panel>
      </div>
    </>
  );
}
