import 'server-only';
import { type SQL, sql } from 'drizzle-orm';

/*
 * What was found to be owed beside what was declared, minor units of the office's currency: by the results of examinations, and by
 * duties an officer stated where no rate could be computed. Every figure of charges found goes by these.
 */

/** Of one consignment, by the SQL of its id. */
export const foundCharges = (id: SQL): SQL => sql`(
  coalesce((select sum(e.extra_charges_minor) from clearance.examinations e
    where e.consignment_id = ${id} group by e.consignment_id), 0)
  + coalesce((select sum(d.extra_charges_minor) from clearance.stated_duties d
    where d.consignment_id = ${id} group by d.consignment_id), 0))`;

/** Joins its stated duties as `d` to consignments `s`: one row each, so that sums over examinations stay what they are. */
export const WITH_STATED_DUTIES = sql`left join (
    select consignment_id, sum(extra_charges_minor) as extra_minor,
      max(stated_at) filter (where extra_charges_minor is not null) as closed_at
    from clearance.stated_duties group by consignment_id
  ) d on d.consignment_id = s.consignment_id`;

/** The sum over the examinations `e` and the duties `d` of a consignment, grouped by it. */
export const FOUND_CHARGES = sql`(coalesce(sum(e.extra_charges_minor), 0) + coalesce(max(d.extra_minor), 0))`;

/** Whether a correction left charges open that no later result or stated duty closed, over the same rows. */
export const HAS_OPEN_CHARGES = sql`coalesce(
  max(e.recorded_at) filter (where e.extra_charges_minor is null and e.corrections <> '[]')
  >= coalesce(greatest(max(e.recorded_at) filter (where e.extra_charges_minor is not null and e.corrections <> '[]'),
    max(d.closed_at)), '-infinity'), false)`;
