import 'server-only';
import { sql } from 'drizzle-orm';
import type { Executor } from '@/db/connection';
import { clearances, examinations, selections } from '@/db/schema';
import type { WorthBasis } from '@/lib/capacity/worth';
import type { ControlLane, ControlType, Lane } from '@/lib/consignment/codes';
import { type ControlCell, noControls, type SimulatedControl } from '@/lib/simulation/control-tally';
import type { Stretch } from '@/lib/simulation/stretches';
import type { DayTraffic } from '@/lib/simulation/traffic';
import { foundCharges } from '../statistics/found-charges';

type CellRow = {
  month: string;
  office_id: string;
  channel: string;
  control: SimulatedControl;
  consignments: number;
  released: number;
  release_seconds: string;
  findings: number;
  found: string;
};

const SECONDS = sql`extract(epoch from c.released_at - c.received_at)`;
const FOUND = sql`case when c.examination_outcome = 'finding' then ${foundCharges(sql`s.consignment_id`)} end`;

/**
 * Who had which control on the days of a period in some offices, counted by the database: for days and offices that nothing changes, so
 * that what was is what would be. Takes no actor: a part of others.
 */
export async function controlsAsTheyWere(
  from: Executor,
  { officeIds, fromOn, toOn }: Stretch & { readonly officeIds: readonly string[] },
): Promise<ControlCell[]> {
  if (officeIds.length === 0) return [];
  const { rows } = await from.execute<CellRow>(sql`
    select to_char(s.control_on, 'YYYY-MM') as month, s.office_id, c.channel, coalesce(s.control, 'none') as control, count(*)::int as consignments,
      count(c.released_at)::int as released, coalesce(sum(round(${SECONDS})), 0)::bigint::text as release_seconds,
      count(*) filter (where c.examination_outcome = 'finding')::int as findings, coalesce(sum(${FOUND}), 0)::bigint::text as found
    from ${selections} s join ${clearances} c on c.consignment_id = s.consignment_id and c.received_on = s.received_on
    where s.control_on between ${fromOn}::date and ${toOn}::date and s.office_id = any(${sql.param([...officeIds])}::text[])
      and c.status <> 'withdrawn'
    group by 1, s.office_id, c.channel, coalesce(s.control, 'none')`);
  return rows.map((row) => ({
    ...noControls(),
    ...{ month: row.month, officeId: row.office_id, channel: row.channel, control: row.control },
    ...{ was: row.consignments, simulated: row.consignments, released: row.released },
    releaseSeconds: Number(row.release_seconds),
    findings: row.findings,
    foundMinor: BigInt(row.found),
  }));
}

type Row = {
  id: string;
  received_on: string;
  channel: string;
  lane: Lane;
  floor: ControlLane | null;
  worth: number;
  basis: WorthBasis;
  tie_break: number;
  stratum: string;
  draw_probability: number;
  control: ControlType | null;
  seconds: number | null;
  found: string | null;
  ordered: ControlType[] | null;
};

/** A consignment as it was selected, and what became of it. */
export type SelectedOnDay = {
  readonly id: string;
  readonly receivedOn: string;
  readonly channel: string;
  readonly lane: Lane;
  readonly floor: ControlLane | null;
  readonly worth: number;
  readonly worthBasis: WorthBasis;
  readonly tieBreak: number;
  readonly stratum: string;
  readonly drawProbability: number;
  readonly control: ControlType | null;
  readonly releaseSeconds: number | null;
  readonly foundMinor: bigint | null;
  /** Controls an officer ordered beside the planned one. */
  readonly ordered: readonly ControlType[];
};

/** Everybody that competed for the slots of an office and day, in the order they came. Takes no actor: a part of others. */
export async function selectedOn(
  from: Executor,
  { officeId, day }: { readonly officeId: string; readonly day: string },
): Promise<SelectedOnDay[]> {
  const { rows } = await from.execute<Row>(sql`
    select s.consignment_id as id, s.received_on::text, c.channel, s.lane_assigned as lane, s.floor, s.worth,
      s.worth_basis as basis, s.tie_break, s.stratum, s.draw_probability::float8, s.control,
      round(${SECONDS})::float8 as seconds, ${FOUND}::text as found,
      case when c.examination_outcome not in ('none', 'not_done') then array(
        select distinct e.kind from ${examinations} e where e.consignment_id = s.consignment_id
          and e.kind is distinct from s.control and e.kind in ('documents', 'nii', 'physical')) end as ordered
    from ${selections} s join ${clearances} c on c.consignment_id = s.consignment_id and c.received_on = s.received_on
    where s.office_id = ${officeId} and s.control_on = ${day}::date and c.status <> 'withdrawn'
    order by c.received_at, s.consignment_id`);
  return rows.map((row) => ({
    ...{ id: row.id, receivedOn: row.received_on, channel: row.channel, lane: row.lane, floor: row.floor },
    ...{ worth: row.worth, worthBasis: row.basis, tieBreak: row.tie_break, stratum: row.stratum },
    ...{ drawProbability: row.draw_probability, control: row.control, releaseSeconds: row.seconds },
    foundMinor: row.found === null ? null : BigInt(row.found),
    ordered: row.ordered ?? [],
  }));
}

/** The days of a period on which somebody competed for slots of some offices, in their order; each is looked for, none is counted. */
export async function controlDays(
  from: Executor,
  { officeIds, fromOn, toOn }: Stretch & { readonly officeIds: readonly string[] },
): Promise<readonly string[]> {
  if (officeIds.length === 0) return [];
  const { rows } = await from.execute<{ day: string }>(sql`
    select day::date::text as day from generate_series(${fromOn}::date, ${toOn}::date, interval '1 day') as each(day)
    where exists (select 1 from unnest(${sql.param([...officeIds])}::text[]) as office(id)
      cross join lateral (select 1 from ${selections} s where s.office_id = office.id and s.control_on = each.day::date limit 1) any_one)
    order by 1`);
  return rows.map(({ day }) => day);
}

/**
 * How many consignments the draw chose from in an office on a day, by stratum; null where it chose from none. One office and day at a time, as they
 * are selected again: whatever the volume, a question costs no more than that. Takes no actor: a part of others.
 */
export async function trafficOn(
  from: Executor,
  { officeId, day }: { readonly officeId: string; readonly day: string },
): Promise<DayTraffic | null> {
  const { rows } = await from.execute<{ stratum: string; consignments: number }>(sql`
    select stratum, count(*)::int as consignments from ${selections}
    where office_id = ${officeId} and control_on = ${day}::date and inclusion_probability < 1 group by stratum`);
  return rows.length === 0 ? null : new Map(rows.map(({ stratum, consignments }) => [stratum, consignments]));
}
