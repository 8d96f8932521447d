import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { vintageFacts } from '@/db/schema';
import type { Dataset, PublishedDimension } from '@/lib/publication/datasets';
import { shapeOf } from '@/lib/publication/datasets';
import { NOT_DECLARED } from '@/lib/statistics/contributions';
import { eachDay, type Period } from '@/lib/statistics/period';
import { TOP_VALUE_BAND, VALUE_BANDS } from '@/lib/statistics/value-band';
import { type Behind, behindEach } from './behind-cells';

const bands = sql.join(
  VALUE_BANDS.map(({ code, upToMinor }) => sql`when s.value_minor <= ${upToMinor}::bigint then ${code}`),
  sql` `,
);
/** The members a goods item falls into, as `contributions` has them. */
const MEMBERS: Readonly<Record<PublishedDimension, SQL>> = {
  origin: sql`coalesce(i.origin_country, ${NOT_DECLARED})`,
  chapter: sql`coalesce(left(i.commodity_code, 2), ${NOT_DECLARED})`,
  lane: sql`s.lane_effective`,
  valueBand: sql`case ${bands} else ${TOP_VALUE_BAND} end`,
};

/** What a goods item adds to each measure of a dataset, in their order; clearances are counted in the cell of the principal item. */
const HELD: Readonly<Record<Dataset, { readonly held: readonly SQL[]; readonly of: SQL }>> = {
  imports: { held: [sql`i.value_minor`, sql`1`, sql`coalesce(i.net_mass_g, 0)`], of: sql`true` },
  clearance: { held: [sql`1`, sql`(s.released_at is not null)::int`], of: sql`i.is_principal = 1` },
};

/** Who is behind each cell of a dataset, sums included: from the ledger, since the cubes know no traders. Set-wise, a day at a time. */
export async function tableContributors(tx: Tx, dataset: Dataset, period: Period): Promise<Map<string, Behind>> {
  return behindEach(tx, dataset, period, (day) => factsOf(dataset, day));
}

/**
 * Who is behind what changed in each cell since the facts of the vintage before were kept, by as much as they moved it. Only those whose
 * goods stand elsewhere or hold another figure: an event that changes none hides nobody among others.
 */
export async function changedContributors(
  tx: Tx,
  dataset: Dataset,
  month: string,
  period: Period,
): Promise<Map<string, Behind>> {
  const measures = shapeOf(dataset).measures.map((_, measure) => measure);
  const difference = (measure: number) => sql`coalesce(n.h${at(measure)}, 0) - coalesce(b.held[${at(measure + 1)}], 0)`;
  return behindEach(
    tx,
    dataset,
    period,
    (
      day,
    ) => sql`select coalesce(n.consignment_id, b.consignment_id) as consignment_id, coalesce(n.received_on, b.received_on) as received_on,
        coalesce(n.r, b.row_member) as r, coalesce(n.c, b.column_member) as c,
        ${list(measures.map((measure) => sql`${difference(measure)} as h${at(measure)}`))}
      from (${factsOf(dataset, day)}) as n
      full join (select * from ${vintageFacts} where month = ${month} and dataset = ${dataset} and received_on = ${day}) as b
        on b.consignment_id = n.consignment_id and b.received_on = n.received_on and b.row_member = n.r and b.column_member = n.c
      where ${sql.join(
        measures.map((measure) => sql`${difference(measure)} <> 0`),
        sql` or `,
      )}`,
  );
}

/**
 * Keeps what each consignment holds of each cell, in place of what was kept of the vintage before. In the transaction of the vintage, day by
 * day: a consignment stays in its day for ever, so that no statement reads, sorts or writes more than a day holds, however large the month is.
 */
export async function keepFacts(tx: Tx, dataset: Dataset, month: string, period: Period): Promise<void> {
  const held = shapeOf(dataset).measures.map((_, measure) => sql`h${at(measure)}`);
  for (const day of eachDay(period)) {
    await tx.execute(
      sql`delete from ${vintageFacts} where month = ${month} and dataset = ${dataset} and received_on = ${day}`,
    );
    await tx.execute(sql`
      insert into ${vintageFacts} (month, dataset, consignment_id, received_on, row_member, column_member, held)
      select ${month}::text, ${dataset}::text, consignment_id, received_on, r, c, array[${list(held)}]::bigint[]
      from (${factsOf(dataset, day)}) as n`);
  }
}

/** What each consignment of a day that was not taken back holds of each cell. */
function factsOf(dataset: Dataset, day: string): SQL {
  const { row, column } = shapeOf(dataset);
  const { held, of } = HELD[dataset];
  return sql`
    select consignment_id, received_on, r, c, ${list(held.map((_, measure) => sql`sum(h${at(measure)})::bigint as h${at(measure)}`))}
    from (
      select s.consignment_id, s.received_on, ${MEMBERS[row]} as r, ${MEMBERS[column]} as c,
        ${list(held.map((one, measure) => sql`${one} as h${at(measure)}`))}
      from clearance.clearances s
      join consignment.items i on i.consignment_id = s.consignment_id and i.received_on = s.received_on
      where s.received_on = ${day} and s.status <> 'withdrawn' and ${of}
    ) as item group by consignment_id, received_on, r, c`;
}

const list = (parts: readonly SQL[]): SQL => sql.join([...parts], sql`, `);
/** A number of ours within a name of SQL. */
const at = (index: number): SQL => sql.raw(String(index));
