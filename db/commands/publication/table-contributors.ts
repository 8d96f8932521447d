import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { vintageFacts } from '@/db/schema';
import type { ContributorRole, Contributors, Share } from '@/lib/disclosure/rule';
import type { Dataset, PublishedDimension } from '@/lib/publication/datasets';
import { SUM, shapeOf } from '@/lib/publication/datasets';
import { marketplaceKey } from '@/lib/risk/party-keys';
import { NOT_DECLARED } from '@/lib/statistics/contributions';
import { eachDay, type Period } from '@/lib/statistics/period';
import { TOP_VALUE_BAND, VALUE_BANDS } from '@/lib/statistics/value-band';

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

type Row = {
  row: string;
  across: string;
  role: ContributorRole;
  contributors: number;
  alone: string | null;
} & Record<'net' | 'first' | 'second' | 'total', string[]>;

/** Who is behind a cell, and what it comes to in each measure by the ledger. */
export type Behind = { readonly contributors: Contributors; readonly net: readonly bigint[] };

/** The key of a cell among those of a table. */
export const cellKey = (row: string, column: string): string => `${row}\u0000${column}`;

/** Who is behind each cell of a dataset, sums included: from the ledger, since the cubes know no traders. Set-wise, one pass over the month. */
export async function tableContributors(tx: Tx, dataset: Dataset, period: Period): Promise<Map<string, Behind>> {
  return behindEach(tx, dataset, period, factsNow(dataset, period));
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
    sql`select coalesce(n.consignment_id, b.consignment_id) as consignment_id, coalesce(n.received_on, b.received_on) as received_on,
        coalesce(n.r, b.row_member) as r, coalesce(n.c, b.column_member) as c,
        ${list(measures.map((measure) => sql`${difference(measure)} as h${at(measure)}`))}
      from (${factsNow(dataset, period)}) as n
      full join (select * from ${vintageFacts} where month = ${month} and dataset = ${dataset}) as b
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
  await tx.execute(sql`delete from ${vintageFacts} where month = ${month} and dataset = ${dataset}`);
  for (const day of eachDay(period))
    await tx.execute(sql`
      insert into ${vintageFacts} (month, dataset, consignment_id, received_on, row_member, column_member, held)
      select ${month}::text, ${dataset}::text, consignment_id, received_on, r, c, array[${list(held)}]::bigint[]
      from (${factsNow(dataset, { from: day, to: day })}) as n`);
}

/** What each consignment that was not taken back holds of each cell. */
function factsNow(dataset: Dataset, { from, to }: Period): SQL {
  const { row, column } = shapeOf(dataset);
  const { held, of } = HELD[dataset];
  return sql`
    select consignment_id, received_on, r, c, ${list(held.map((_, measure) => sql`sum(h${at(measure)})::bigint as h${at(measure)}`))}
    from (
      select s.consignment_id, s.received_on, ${MEMBERS[row]} as r, ${MEMBERS[column]} as c,
        ${list(held.map((one, measure) => sql`${one} as h${at(measure)}`))}
      from clearance.clearances s
      join consignment.items i on i.consignment_id = s.consignment_id and i.received_on = s.received_on
      where s.received_on between ${from} and ${to} and s.status <> 'withdrawn' and ${of}
    ) as item group by consignment_id, received_on, r, c`;
}

async function behindEach(tx: Tx, dataset: Dataset, period: Period, facts: SQL): Promise<Map<string, Behind>> {
  const cells = new Map<string, { contributors: Partial<Record<ContributorRole, Share>>; net: readonly bigint[] }>();
  for (const one of await behindRows(tx, dataset, period, facts)) {
    const key = cellKey(one.row, one.across);
    const cell = cells.get(key) ?? { contributors: {}, net: [] };
    const held = one.total.map((total, measure) => ({
      ...{ first: BigInt(one.first[measure] ?? 0), second: BigInt(one.second[measure] ?? 0), total: BigInt(total) },
    }));
    cell.contributors[one.role] = { contributors: one.contributors, held, alone: one.alone };
    // Each consignment is behind the cell once, whoever else is.
    if (one.role === 'consignment') cell.net = one.net.map(BigInt);
    cells.set(key, cell);
  }
  return cells;
}

/** Keys of parties are hashes: who is behind a figure is counted without knowing anybody. Marketplaces go by their folded names. */
async function behindRows(tx: Tx, dataset: Dataset, { from, to }: Period, facts: SQL): Promise<readonly Row[]> {
  const measures = shapeOf(dataset).measures.map((_, measure) => sql`h${at(measure)}`);
  const each = (aggregate: (held: SQL) => SQL) => list(measures.map((held) => sql`(${aggregate(held)})::text`));
  const { names, keys } = await marketplacesOf(tx, { from, to });
  const result = await tx.execute<Row>(sql`
    with facts as (${facts}),
    named as (
      select f.*, t.sender_key, t.recipient_key, t.partner_id::text as operator,
        coalesce('m ' || m.key, 's ' || t.sender_key) as platform
      from facts f
      left join consignment.consignments t on t.consignment_id = f.consignment_id and t.received_on = f.received_on
      left join unnest(${sql.param(names)}::text[], ${sql.param(keys)}::text[]) as m (name, key) on m.name = t.marketplace
    ), shares as (
      select r, c, role, contributor, ${list(measures.map((held) => sql`sum(${held}) as ${held}`))}
      from named cross join lateral (values
        ('consignment', consignment_id::text), ('sender', sender_key), ('importer', recipient_key), ('platform', platform),
        ('operator', operator)) as part(role, contributor)
      where contributor is not null
      group by grouping sets ((r, c, role, contributor), (r, role, contributor), (c, role, contributor), (role, contributor))
      having ${sql.join(
        measures.map((held) => sql`sum(${held}) <> 0`),
        sql` or `,
      )}
    )
    select coalesce(r, ${SUM}) as row, coalesce(c, ${SUM}) as across, role, count(*)::int as contributors,
      case when count(*) = 1 and role <> 'consignment' then min(contributor) end as alone,
      array[${each((held) => sql`sum(${held})`)}] as net,
      array[${each((held) => sql`sum(abs(${held}))`)}] as total,
      array[${each((held) => sql`max(abs(${held}))`)}] as first,
      array[${each(
        (held) =>
          sql`coalesce((array_agg(abs(${held}) order by abs(${held}) desc) filter (where role <> 'consignment'))[2], 0)`,
      )}] as second
    from shares group by r, c, role`);
  return result.rows;
}

/** The names of marketplaces in a period, and the key of each: senders spell one in many ways. */
async function marketplacesOf(tx: Tx, { from, to }: Period): Promise<{ names: string[]; keys: (string | null)[] }> {
  const { rows } = await tx.execute<{ name: string }>(sql`
    select distinct marketplace as name from consignment.consignments
    where received_on between ${from} and ${to} and marketplace is not null`);
  return { names: rows.map(({ name }) => name), keys: rows.map(({ name }) => marketplaceKey(name)) };
}

const list = (parts: readonly SQL[]): SQL => sql.join([...parts], sql`, `);
/** A number of ours within a name of SQL. */
const at = (index: number): SQL => sql.raw(String(index));
