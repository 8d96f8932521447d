import 'server-only';
import { sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { foundCharges } from '@/db/queries/statistics/found-charges';
import { clearances, profileHits } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { addDays, dayOf } from '@/lib/kernel/dates';
import { type Rate, wilson } from '@/lib/kernel/wilson';

/** How far back results are counted, in days of receipt. */
export const RESULT_DAYS = 90;

/** What became of the consignments that met a version. Charges in minor units. */
export type HitCounts = {
  readonly hits: number;
  /** Selected by it, each with a slot of its day. */
  readonly selected: number;
  readonly noSlot: number;
  readonly muted: number;
  /** Examined with a result: conform or finding. Ordered ones and those not done say nothing about the goods. */
  readonly examined: number;
  readonly findings: number;
  readonly notDone: number;
  readonly chargesMinor: bigint;
};
export type VersionResult = HitCounts & {
  readonly version: number;
  readonly hitRate: Rate | null;
  /** Oldest first; days without a hit are absent. */
  readonly days: readonly (HitCounts & { readonly day: string })[];
};

type Row = {
  version: number;
  day: string;
  hits: number;
  selected: number;
  no_slot: number;
  muted: number;
  examined: number;
  findings: number;
  not_done: number;
  charges: string;
};

/**
 * What each version of a profile met in the reader's offices in the last ninety days, and what examinations found; latest version
 * first. A consignment counts once a version, by the last of its data that met it.
 */
export async function profileResults(actor: Actor, profileId: string, at = new Date()): Promise<VersionResult[]> {
  authorise(actor, 'profile.read');
  const since = addDays(dayOf(at), 1 - RESULT_DAYS);
  const { rows } = await db().execute<Row>(sql`
    with met as (
      select h.consignment_id, h.received_on, h.version, bool_or(h.has_slot) as has_slot,
        (array_agg(h.kept_back order by h.consignment_version desc))[1] as kept_back
      from ${profileHits} h
      where h.profile_id = ${profileId} and h.received_on >= ${since}
      group by h.consignment_id, h.received_on, h.version
    )
    select met.version, met.received_on::text as day, count(*)::int as hits,
      count(*) filter (where has_slot)::int as selected,
      count(*) filter (where not has_slot and kept_back = 'no_slot')::int as no_slot,
      count(*) filter (where not has_slot and kept_back = 'muted')::int as muted,
      count(*) filter (where c.examination_outcome in ('conform', 'finding'))::int as examined,
      count(*) filter (where c.examination_outcome = 'finding')::int as findings,
      count(*) filter (where c.examination_outcome = 'not_done')::int as not_done,
      coalesce(sum(case when c.examination_outcome = 'finding' then ${foundCharges(sql`met.consignment_id`)} end), 0)::text as charges
    from met
    join ${clearances} c on c.consignment_id = met.consignment_id and c.received_on = met.received_on
    where c.office_id = any(${sql.param([...actor.officeIds])}::text[])
    group by met.version, met.received_on
    order by met.version desc, met.received_on`);
  const versions = [...new Set(rows.map(({ version }) => version))];
  return versions.map((version) => {
    const days = rows.filter((row) => row.version === version).map(dayOfRow);
    const total = days.reduce<HitCounts>(added, NOTHING);
    return { version, ...total, hitRate: wilson(total.findings, total.examined), days };
  });
}

const dayOfRow = ({ day, charges, no_slot, not_done, hits, selected, muted, examined, findings }: Row) => ({
  day,
  hits,
  selected,
  noSlot: no_slot,
  muted,
  examined,
  findings,
  notDone: not_done,
  chargesMinor: BigInt(charges),
});

const NOTHING: HitCounts = {
  hits: 0,
  selected: 0,
  noSlot: 0,
  muted: 0,
  examined: 0,
  findings: 0,
  notDone: 0,
  chargesMinor: 0n,
};

const added = (a: HitCounts, b: HitCounts): HitCounts => ({
  hits: a.hits + b.hits,
  selected: a.selected + b.selected,
  noSlot: a.noSlot + b.noSlot,
  muted: a.muted + b.muted,
  examined: a.examined + b.examined,
  findings: a.findings + b.findings,
  notDone: a.notDone + b.notDone,
  chargesMinor: a.chargesMinor + b.chargesMinor,
});
