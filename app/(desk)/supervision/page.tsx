import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireActor } from '@/app/_server/actor';
import { PageHeader } from '@/components/shell/page-header';
import { DataTable } from '@/components/table/data-table';
import { DateTime } from '@/components/ui/date-time';
import { Panel } from '@/components/ui/panel';
import { Count } from '@/components/ui/quantity';
import { Stat, StatRow } from '@/components/ui/stat';
import { now } from '@/db/clock';
import { slotsToday } from '@/db/queries/capacity/slots-today';
import { boardOfDay } from '@/db/queries/clearance/board-of-day';
import { listClaims } from '@/db/queries/clearance/list-claims';
import { listPassedOn } from '@/db/queries/clearance/list-passed-on';
import { listPending } from '@/db/queries/clearance/list-pending';
import { releasedToday } from '@/db/queries/clearance/released-today';
import { AGE_BANDS, type OfficeOverview, supervisionOverview } from '@/db/queries/clearance/supervision-overview';
import { listBatches } from '@/db/queries/clearance/together-batches';
import { workBalance } from '@/db/queries/clearance/work-balance';
import { listFailing } from '@/db/queries/intake/list-failing';
import { listWaiting } from '@/db/queries/profile/list-waiting';
import { secondLookResults } from '@/db/queries/second-look/second-look-results';
import { SELECTED_LANES } from '@/lib/clearance/admit';
import type { Actor } from '@/lib/identity/actor';
import { can } from '@/lib/identity/permissions';
import { FailingNote } from '../submissions/_components/failing-note';
import { BalancePanel } from './_components/balance-panel';
import { BoardPanel, BreachesPanel } from './_components/board-panels';
import { ClaimsPanel } from './_components/claims-panel';
import { ReleasesPanel, SlotsPanel } from './_components/day-panels';
import { OfficesPanel } from './_components/offices-panel';
import { PassedOnPanel } from './_components/passed-on-panel';
import { BatchesPanel, OverduePanel, ProposalsPanel } from './_components/pending-panels';
import { ProfilesPanel } from './_components/profiles-panel';
import { SecondLooksPanel } from './_components/second-looks-panel';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('supervision'))('title') };
}

/** Everything of one and the same instant. */
async function standing(actor: Actor) {
  const at = now();
  const [
    board,
    slots,
    released,
    offices,
    { claims, officers },
    moves,
    pending,
    passed,
    waiting,
    failing,
    batches,
    looks,
  ] = await Promise.all([
    boardOfDay(actor, at),
    slotsToday(actor, at),
    releasedToday(actor, at),
    supervisionOverview(actor, at),
    listClaims(actor),
    can(actor, 'clearance.reassign') ? workBalance(actor, at) : null,
    listPending(actor, at),
    listPassedOn(actor),
    listWaiting(actor),
    can(actor, 'intake.retry') ? listFailing(actor) : [],
    listBatches(actor, actor.officeIds, at),
    secondLookResults(actor, at),
  ]);
  const day = { board, slots, released, offices, claims, officers, moves };
  return { now: at.toISOString(), ...day, pending, passed, waiting, failing, batches, looks };
}

/** The supervisor's day: what is open and how old, who holds what, what waits for others. */
export default async function SupervisionPage() {
  const actor = await requireActor('clearance.supervise');
  const [t, day] = await Promise.all([getTranslations('supervision'), standing(actor)]);
  const {
    now,
    board,
    slots,
    released,
    offices,
    claims,
    officers,
    moves,
    pending,
    passed,
    waiting,
    failing,
    batches,
    looks,
  } = day;
  const active = offices.filter((office) => office.open > 0 || office.receivedToday > 0 || office.leases.length > 0);
  const leases = offices.flatMap((office) => office.leases.map((lease) => ({ ...lease, office })));
  const sum = (value: (office: OfficeOverview) => number) =>
    offices.reduce((total, office) => total + value(office), 0);
  const awaiting = sum((office) => office.awaitingSecond);
  const overdue = sum((office) => office.referralsOverdue);
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <FailingNote rows={failing} />
      <StatRow columns={6}>
        <Stat label={t('totals.open')} value={<Count value={sum((office) => office.open)} />} />
        <Stat label={t('totals.arrived')} value={<Count value={sum((office) => office.arrived)} />} />
        <Stat
          label={t('totals.second')}
          value={<Count value={awaiting} />}
          href={awaiting > 0 ? '#second' : undefined}
        />
        <Stat
          label={t('totals.overdue')}
          value={<Count value={overdue} />}
          href={overdue > 0 ? '#overdue' : undefined}
        />
        <Stat label={t('totals.returned')} value={<Count value={sum((office) => office.returned)} />} />
        <Stat
          label={t('totals.released')}
          value={<Count value={sum((office) => office.releasedByLaneToday)} />}
          hint={t('totals.ofReceived', { count: sum((office) => office.receivedToday) })}
        />
      </StatRow>
      <BoardPanel board={board} mayOpenQueue={can(actor, 'clearance.queue')} />
      <SlotsPanel slots={slots} />
      <BreachesPanel board={board} />
      <ReleasesPanel released={released} />
      <OfficesPanel
        offices={active.length > 0 ? active : offices}
        ages={AGE_BANDS.map(({ code }) => code)}
        lanes={SELECTED_LANES}
        mayOpenQueue={can(actor, 'clearance.queue')}
      />
      <div className="@container">
        <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 @min-[62rem]:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
          <ProposalsPanel proposals={pending.proposals} />
          <OverduePanel overdue={pending.overdue} now={now} />
        </div>
      </div>
      <PassedOnPanel rows={passed} now={now} />
      <BatchesPanel batches={batches} />
      <SecondLooksPanel looks={looks} />
      <ProfilesPanel waiting={waiting} />
      {leases.length > 0 ? (
        <Panel title={t('leases')} flush>
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
                cell: (lease) => <bdi translate="no">{lease.name}</bdi>,
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
        </Panel>
      ) : null}
      {moves ? <BalancePanel moves={moves} /> : null}
      <ClaimsPanel
        claims={claims}
        officers={officers}
        officeNames={new Map(offices.map(({ officeId, officeName }) => [officeId, officeName]))}
        now={now}
        mayReassign={can(actor, 'clearance.reassign')}
      />
    </>
  );
}
