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
 * Those consignments counted by what became of them and all that selected them, for use in `with` after it: `rules` (indicators, and
 * profiles by their id, whichever version was met) and `others`, as the texts of `sourceOf` and `ALL`. There are few ways to be selected,
 * so that what is asked of them costs little. Only the tables themselves are joined, as the planner knows how large they are: a guess
 * about a set made on the way may compare all with all.
 */
export function selectedAlike({ from, to }: Period): SQL {
  return sql`met as (
      select consignment_id, received_on, array_agg(source order by source) filter (where is_rule) as rules,
        array_agg(source order by source) filter (where not is_rule) as others
      from (
        select distinct consignment_id, received_on, mode = 'active' and kept_back is null as is_rule,
          case when mode = 'active' and kept_back is null then 'profile ' else 'shadow ' end || profile_id as source
        from risk.profile_hits where received_on between ${from} and ${to}
        union all
        select x.consignment_id, x.received_on, false, 'model ' || m.model_version
        from risk.selections x
        join risk.model_scores m on m.consignment_id = x.consignment_id and m.received_on = x.received_on
          and m.version = x.version and m.mode = 'active'
        where x.received_on between ${from} and ${to} and x.outcome = 'ranked' and x.worth_basis = 'chance'
      ) one
      group by consignment_id, received_on
    ), alike as materialized (
      select l.outcome, count(*) as consignments, sum(l.seconds) as seconds, sum(l.timed) as timed, sum(l.extra_minor) as extra_minor,
        count(*) filter (where l.is_open) as open_charges,
        (select array_agg('indicator ' || code) from unnest(l.top_indicators) as code) || met.rules as rules,
        array[${ALL}, 'reason ' || l.selection_reason] || case when l.is_choice then array['choice officer'] end || met.others as others
      from looked_at l
      left join met on met.consignment_id = l.consignment_id and met.received_on = l.received_on
      group by l.outcome, l.selection_reason, l.is_choice, l.top_indicators, met.rules, met.others
    )`;
}
