import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import type { Executor } from '@/db/connection';
import { assessments, consignments, profileFacts, profileHits, profileVersions, selections } from '@/db/schema';
import type { Indicator } from '@/lib/assessment/types';
import type { ProfileEffect } from '@/lib/profile/content';
import type { KeptBack } from '@/lib/profile/select';
import type { IndicatorChange } from '@/lib/simulation/changes';
import type { SelectingHit } from '@/lib/simulation/judge-again';
import type { ScoreRange } from '@/lib/simulation/lane-limits';
import type { Stretch } from '@/lib/simulation/stretches';
import type { ProfilesChanged } from './profile-changes';

/** What of a consignment has to be judged again. */
export type ToJudge = {
  readonly id: string;
  /** Day whose law and limits it was judged by. */
  readonly day: string;
  readonly indicators: readonly Indicator[];
  readonly kept: readonly SelectingHit[];
  readonly added: readonly SelectingHit[];
};

type OfficeDay = { readonly officeId: string; readonly day: string };

/** What a simulation judges otherwise. */
export type JudgingChanged = ProfilesChanged & {
  readonly indicators: readonly Pick<IndicatorChange, 'code'>[];
  readonly movedScores: readonly ScoreRange[];
};

/**
 * The consignments of an office and day of control that other profiles, indicators or limits of lanes concern: all others keep the lane
 * they had and are not read. `received`: between which days all of them came, so that no other month is looked in. Takes no actor: a part of
 * others.
 */
export async function toJudgeAgain(
  from: Executor,
  place: OfficeDay & { readonly received: Stretch },
  { profileIds, on, indicators, movedScores }: JudgingChanged,
): Promise<ToJudge[]> {
  const added = new Map<string, SelectingHit[]>();
  for (const { meets, ...hit } of on) {
    for (const id of await whoMeets(from, place, meets)) {
      const own = added.get(id) ?? [];
      added.set(id, [...own, { ...hit, keptBack: null, hasSlot: false }]);
    }
  }
  const concerned = new Set([
    ...added.keys(),
    ...(await whoWasMet(from, place, profileIds)),
    ...(await whoIsJudged(from, place, indicators, movedScores)),
  ]);
  if (concerned.size === 0) return [];
  const ids = [...concerned];
  const within = (column: SQL) =>
    sql`${column} between ${place.received.fromOn}::date and ${place.received.toOn}::date`;
  const kept = await keptHits(from, ids, profileIds, within);
  const { rows } = await from.execute<{ id: string; day: string; indicators: Indicator[] }>(sql`
    select a.consignment_id as id, (c.updated_at at time zone 'UTC')::date::text as day, a.indicators
    from ${assessments} a join ${consignments} c on c.consignment_id = a.consignment_id and c.received_on = a.received_on
      and c.version = a.version
    where a.consignment_id = any(${sql.param(ids)}::uuid[]) and ${within(sql`a.received_on`)}`);
  return rows.map(({ id, day, indicators }) => {
    return { id, day, indicators, kept: kept.get(id) ?? [], added: added.get(id) ?? [] };
  });
}

const OF_PLACE = ({ officeId, day }: OfficeDay) => sql`s.office_id = ${officeId} and s.control_on = ${day}::date`;

async function whoMeets(from: Executor, place: OfficeDay, meets: SQL): Promise<string[]> {
  const { rows } = await from.execute<{ id: string }>(sql`
    select ${profileFacts.consignmentId} as id
    from ${selections} s
      join ${consignments} c on c.consignment_id = s.consignment_id and c.received_on = s.received_on
      join ${profileFacts} on ${profileFacts.consignmentId} = c.consignment_id
        and ${profileFacts.receivedOn} = c.received_on and ${profileFacts.version} = c.version
    where ${OF_PLACE(place)} and (${meets}) is true
    order by c.received_at, c.consignment_id`);
  return rows.map(({ id }) => id);
}

/**
 * Who fired an indicator that counts otherwise, or has a score that a moved limit takes to another lane. The score is told with the points
 * of profiles: of whom a profile met, the score without them may be among those.
 */
async function whoIsJudged(
  from: Executor,
  place: OfficeDay,
  indicators: JudgingChanged['indicators'],
  movedScores: readonly ScoreRange[],
): Promise<string[]> {
  const fired = indicators.map(({ code }) => sql`a.indicators @> ${JSON.stringify([{ code }])}::jsonb`);
  const moved = movedScores.map(([least, below]) => sql`(a.score >= ${least} and a.score < ${below})`);
  const met = sql`exists (select 1 from ${profileHits} h where h.consignment_id = c.consignment_id
    and h.received_on = c.received_on and h.consignment_version = c.version and h.mode = 'active' and h.kept_back is null)`;
  const either = [...fired, ...moved, ...(moved.length > 0 ? [met] : [])];
  if (either.length === 0) return [];
  const { rows } = await from.execute<{ id: string }>(sql`
    select s.consignment_id as id
    from ${selections} s
      join ${consignments} c on c.consignment_id = s.consignment_id and c.received_on = s.received_on
      join ${assessments} a on a.consignment_id = c.consignment_id and a.received_on = c.received_on and a.version = c.version
    where ${OF_PLACE(place)} and (${sql.join(either, sql` or `)})
    order by c.received_at, c.consignment_id`);
  return rows.map(({ id }) => id);
}

async function whoWasMet(from: Executor, place: OfficeDay, profileIds: readonly string[]): Promise<string[]> {
  if (profileIds.length === 0) return [];
  const { rows } = await from.execute<{ id: string }>(sql`
    select distinct h.consignment_id as id
    from ${selections} s
      join ${consignments} c on c.consignment_id = s.consignment_id and c.received_on = s.received_on
      join ${profileHits} h on h.consignment_id = c.consignment_id and h.received_on = c.received_on
        and h.consignment_version = c.version
    where ${OF_PLACE(place)} and h.mode = 'active' and h.kept_back is null
      and h.profile_id = any(${sql.param([...profileIds])}::uuid[])`);
  return rows.map(({ id }) => id);
}

type HitRow = {
  id: string;
  profile_id: string;
  version: number;
  kept_back: KeptBack | null;
  has_slot: boolean;
  effect: ProfileEffect;
  daily_slots: number;
};

/** The stored hits of the profiles that stay, by consignment. */
async function keptHits(
  from: Executor,
  ids: readonly string[],
  without: readonly string[],
  within: (column: SQL) => SQL,
): Promise<ReadonlyMap<string, SelectingHit[]>> {
  const { rows } = await from.execute<HitRow>(sql`
    select h.consignment_id as id, h.profile_id, h.version, h.kept_back, h.has_slot, v.content->'effect' as effect,
      (v.content->>'dailySlots')::int as daily_slots
    from ${profileHits} h
      join ${consignments} c on c.consignment_id = h.consignment_id and c.received_on = h.received_on
        and c.version = h.consignment_version
      join ${profileVersions} v on v.profile_id = h.profile_id and v.version = h.version
    where h.consignment_id = any(${sql.param([...ids])}::uuid[]) and ${within(sql`h.received_on`)} and h.mode = 'active'
      and h.profile_id <> all(${sql.param([...without])}::uuid[])`);
  const hits = new Map<string, SelectingHit[]>();
  for (const { id, profile_id: profileId, version, kept_back: keptBack, has_slot: hasSlot, ...row } of rows) {
    const own = hits.get(id) ?? [];
    const { effect, daily_slots: dailySlots } = row;
    hits.set(id, [...own, { profileId, version, keptBack, hasSlot, effect, dailySlots }]);
  }
  return hits;
}
