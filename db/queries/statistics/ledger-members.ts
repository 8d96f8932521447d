import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { WITHOUT_OUTCOME } from '@/lib/clearance/transitions';
import type { Actor } from '@/lib/identity/actor';
import { NOT_DECLARED } from '@/lib/statistics/contributions';
import { FILTER_NAMES, type FilterDimension, type StatisticsFilter } from '@/lib/statistics/filter';
import { TOP_VALUE_BAND, VALUE_BANDS } from '@/lib/statistics/value-band';
import { officesOf } from './cell-source';

const notDeclared = sql.raw(`'${NOT_DECLARED}'`);

/**
 * The ledger's side of each dimension: what `contributions` makes a cell of, said in SQL over the clearance `s`, the consignment
 * `c` and the goods item `i`.
 */
export const LEDGER: Readonly<Record<FilterDimension, SQL>> = {
  office: sql`s.office_id`,
  channel: sql`s.channel`,
  lane: sql`s.lane_effective`,
  reason: sql`s.selection_reason`,
  outcome: sql`case when coalesce(s.proposed_from, s.status) in (${sql.raw(WITHOUT_OUTCOME.map((status) => `'${status}'`).join(', '))}) then 'open'
    else coalesce(s.proposed_from, s.status) end`,
  examination: sql`s.examination_outcome`,
  origin: sql`coalesce(i.origin_country, ${notDeclared})`,
  chapter: sql`coalesce(left(i.commodity_code, 2), ${notDeclared})`,
  marketplace: sql`coalesce(c.marketplace, ${notDeclared})`,
  heading: sql`coalesce(left(i.commodity_code, 4), ${notDeclared})`,
  dispatch: sql`coalesce(c.dispatch_country, ${notDeclared})`,
  band: sql`case ${sql.join(
    VALUE_BANDS.map(({ code, upToMinor }) => sql.raw(`when s.value_minor <= ${upToMinor} then '${code}'`)),
    sql` `,
  )} else ${sql.raw(`'${TOP_VALUE_BAND}'`)} end`,
  collection: sql`c.collection_model`,
  transaction: sql`c.transaction_type`,
  category: sql`s.release_category::text`,
  hour: sql`to_char(s.received_at at time zone 'UTC', 'HH24')`,
};

/** What of the ledger a filter is about. @throws NotFoundError when an asked office is not the actor's */
export function ledgerMembers(actor: Actor, filter: StatisticsFilter): SQL[] {
  const offices = officesOf(actor, filter);
  return FILTER_NAMES.flatMap((name) => {
    const members = name === 'office' ? offices : filter[name].length > 0 ? filter[name] : null;
    return members ? [sql`${LEDGER[name]} = any(${sql.param([...members])}::text[])`] : [];
  });
}
