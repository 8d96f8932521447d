import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { clearances, selections } from '@/db/schema';
import type { WorthBasis } from '@/lib/capacity/worth';
import type { ControlType, Lane } from '@/lib/consignment/codes';
import { COMPETES_BY_WORTH } from './movable';

/** How many are listed on either side. */
const EACH_SIDE = 6;

/** A consignment that competes for a slot, without anything personal. */
export type CompetitorLine = {
  readonly consignmentId: string;
  readonly reference: string;
  readonly headline: string;
  readonly lane: Lane;
  readonly worth: number;
  readonly worthBasis: WorthBasis;
  readonly control: ControlType | null;
  readonly rank: number | null;
};

/** The last that worth selected and the first that it did not, each the worthiest first. */
export type AroundCutOff = { readonly above: readonly CompetitorLine[]; readonly below: readonly CompetitorLine[] };

type Row = {
  id: string;
  reference: string;
  headline: string;
  lane: Lane;
  worth: number;
  basis: WorthBasis;
  control: ControlType | null;
  rank: number | null;
};

/** Columns of a `CompetitorLine`, of a selection named `s` and a clearance named `c`. */
export const COMPETITOR: SQL = sql`s.consignment_id as id, c.reference, c.headline, s.lane_assigned as lane, s.worth,
  s.worth_basis as basis, s.control, s.rank`;

export function toCompetitor({ id, reference, headline, lane, worth, basis, control, rank }: Row): CompetitorLine {
  return { consignmentId: id, reference, headline, lane, worth, worthBasis: basis, control, rank };
}

export type CompetitorRow = Row;

/**
 * Both sides of the cut-off of an office and day. On a day that saw another basis of worth come into force each counts by its place
 * among its own, as `scaleOf` says: the share that it is worth more than, half of its equals included. `isGivenBack` tells, of a
 * selection `s` and its clearance `c`, whose slot came free. Takes no actor: a part of others.
 */
export async function aroundCutOff(officeId: string, day: string, isGivenBack: SQL): Promise<AroundCutOff> {
  const side = (outcome: string, order: SQL) =>
    db().execute<Row>(sql`
      with competed as (
        select s.*, case when min(s.worth_basis) over () = max(s.worth_basis) over () then s.worth
          else ((rank() over own - 1)::float8 / count(*) over (partition by s.worth_basis) + cume_dist() over own) / 2
          end as place
        from ${selections} s join ${clearances} c on c.consignment_id = s.consignment_id and c.received_on = s.received_on
        where s.office_id = ${officeId} and s.control_on = ${day} and ${COMPETES_BY_WORTH} and c.status <> 'withdrawn'
        window own as (partition by s.worth_basis order by s.worth))
      select ${COMPETITOR}
      from competed s join ${clearances} c on c.consignment_id = s.consignment_id and c.received_on = s.received_on
      where s.outcome = ${outcome} and not ${isGivenBack} order by ${order} limit ${EACH_SIDE}`);
  const [above, below] = await Promise.all([
    side('ranked', sql`s.place asc, s.tie_break desc, s.consignment_id desc`),
    side('no_capacity', sql`s.place desc, s.tie_break asc, s.consignment_id asc`),
  ]);
  return { above: above.rows.map(toCompetitor).reverse(), below: below.rows.map(toCompetitor) };
}
