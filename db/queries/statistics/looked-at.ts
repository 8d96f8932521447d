import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import type { Actor } from '@/lib/identity/actor';
import type { StatisticsFilter } from '@/lib/statistics/filter';
import type { Period } from '@/lib/statistics/period';
import { ALL } from '@/lib/statistics/yields';
import { officesOf } from './cell-source';
import { FOUND_CHARGES, HAS_OPEN_CHARGES, WITH_STATED_DUTIES } from './found-charges';

/**
 * What the rows `s` of the clearances are asked for: first received in the period, of the offices of the filter, not withdrawn.
 * @throws NotFoundError when an asked office is not the actor's
 */
export function receivedWithin(actor: Actor, filter: StatisticsFilter, { from, to }: Period): SQL {
  const offices = officesOf(actor, filter);
  const own = offices ? sql`and s.office_id = any(${sql.param([...offices])}::text[])` : sql``;
  return sql`s.received_on between ${from} and ${to} and s.status <> 'withdrawn' ${own}`;
}

/**
 * One row for each consignment that a person was to look at (lanes for documents and examination, and what found no capacity) or
 * that was examined, with what became of it (`lib/statistics/yields`), for use in `with`. The time runs from the order of an examination to its result.
 */
export function lookedAt(actor: Actor, filter: StatisticsFilter, period: Period): SQL {
  // Joined to the examinations by key and grouped by its own: no subquery that a wrong estimate could have run once for each row.
  return sql`looked_at as materialized (
      select s.consignment_id, s.received_on, s.selection_reason, s.top_indicators,
        case
          when s.examination_outcome in ('finding', 'conform') then s.examination_outcome
          when s.examination_outcome = 'not_done' then
            case (array_agg(e.result_code order by e.recorded_at desc nulls last))[1] when 'not_found' then 'not_found' else 'not_done' end
          when s.selection_reason = 'no_capacity' then 'unexamined'
          when coalesce(s.proposed_from, s.status) in ('selected', 'examination', 'detained') then 'open'
          when s.lane_effective = 'red' then 'unexamined'
          else 'documents'
        end as outcome,
        s.examination_outcome <> 'none' and (s.selection_reason in ('none', 'officer') or s.lane_effective in ('green', 'blue')
          or (s.lane_effective = 'yellow' and coalesce(bool_or(e.kind <> 'documents'), false))) as is_choice,
        coalesce(sum(extract(epoch from e.recorded_at - e.ordered_at)), 0) as seconds,
        count(e.recorded_at) as timed,
        ${FOUND_CHARGES} as extra_minor,
        ${HAS_OPEN_CHARGES} as is_open
      from clearance.clearances s
      left join clearance.examinations e on e.consignment_id = s.consignment_id
      ${WITH_STATED_DUTIES}
      where ${receivedWithin(actor, filter, period)}
        and (s.selection_reason <> 'none' or s.examination_outcome <> 'none')
        and (s.lane_effective in ('yellow', 'red') or s.selection_reason = 'no_capacity' or s.examination_outcome <> 'none')
      group by s.consignment_id, s.received_on
    )`;
}

/**
 * Each of those consignments with what selected it, as the texts of `sourceOf` and `ALL`, for use in `with` after it: its `rules`
 * (indicators, and profiles by their id, whichever version was met) and its `others`. Every row brings its own along, looked up by its
 * key, so that nothing is joined to a set whose size the planner can only guess.
 */
export const SOURCED = sql`sourced as materialized (
      select l.outcome, l.seconds, l.timed, l.extra_minor, l.is_open,
        (select array_agg('indicator ' || code) from unnest(l.top_indicators) as code) || hits.profiles as rules,
        array[${ALL}, 'reason ' || l.selection_reason] || case when l.is_choice then array['choice officer'] end
          || hits.shadows || ranked.models as others
      from looked_at l
      cross join lateral (
        select array_agg(distinct 'profile ' || h.profile_id) filter (where h.mode = 'active' and h.kept_back is null) as profiles,
          array_agg(distinct 'shadow ' || h.profile_id) filter (where h.mode <> 'active' or h.kept_back is not null) as shadows
        from risk.profile_hits h where h.consignment_id = l.consignment_id and h.received_on = l.received_on
      ) hits
      cross join lateral (
        select array_agg('model ' || m.model_version) as models
        from risk.selections x
        join risk.model_scores m on m.consignment_id = x.consignment_id and m.received_on = x.received_on
          and m.version = x.version and m.mode = 'active'
        where x.consignment_id = l.consignment_id and x.received_on = l.received_on and x.outcome = 'ranked' and x.worth_basis = 'chance'
      ) ranked
    )`;
