import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import type { ContributorRole, Contributors, Share } from '@/lib/disclosure/rule';
import type { Dataset, PublishedDimension } from '@/lib/publication/datasets';
import { SUM, shapeOf } from '@/lib/publication/datasets';
import { NOT_DECLARED } from '@/lib/statistics/contributions';
import type { Period } from '@/lib/statistics/period';
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

/** What a contributor holds of a cell: value of goods, or consignments, each counted in the cell of its principal item. */
const HELD: Readonly<Record<Dataset, { readonly held: SQL; readonly of: SQL }>> = {
  imports: { held: sql`i.value_minor`, of: sql`true` },
  clearance: { held: sql`1::bigint`, of: sql`i.is_principal = 1` },
};

type Row = { row: string; across: string; role: ContributorRole; contributors: number } & Record<
  'first' | 'second' | 'total',
  string
>;

/** The key of a cell among those of a table. */
export const cellKey = (row: string, column: string): string => `${row}\u0000${column}`;

/** Who is behind each cell of a dataset, sums included: from the ledger, since the cubes know no traders. Set-wise, one pass over the month. */
export async function tableContributors(tx: Tx, dataset: Dataset, period: Period): Promise<Map<string, Contributors>> {
  const rows = await contributorRows(tx, dataset, period, sql`s.status <> 'withdrawn'`);
  const cells = new Map<string, Partial<Record<ContributorRole, Share>>>();
  for (const { row, across, role, contributors, first, second, total } of rows) {
    const cell = cells.get(cellKey(row, across)) ?? {};
    cell[role] = { contributors, first: BigInt(first), second: BigInt(second), total: BigInt(total) };
    cells.set(cellKey(row, across), cell);
  }
  return cells;
}

export type ChangeCounts = Readonly<Partial<Record<ContributorRole, number>>>;

/**
 * How many are at least behind what changed in each cell since an instant: those of consignments of which a version came or something happened
 * afterwards, where they stand now. Where they stood before is not known any more, so that a change may rest on more, never on fewer.
 */
export async function changedContributors(
  tx: Tx,
  dataset: Dataset,
  period: Period,
  since: Date,
): Promise<Map<string, ChangeCounts>> {
  const days = sql`received_on between ${period.from} and ${period.to}`;
  const at = since.toISOString();
  const rows = await contributorRows(
    tx,
    dataset,
    period,
    sql`s.consignment_id in (
      select consignment_id from consignment.versions where ${days} and received_at > ${at}::timestamptz
      union select consignment_id from clearance.events where ${days} and at > ${at}::timestamptz)`,
  );
  const cells = new Map<string, Partial<Record<ContributorRole, number>>>();
  for (const { row, across, role, contributors } of rows) {
    const cell = cells.get(cellKey(row, across)) ?? {};
    cell[role] = contributors;
    cells.set(cellKey(row, across), cell);
  }
  return cells;
}

async function contributorRows(tx: Tx, dataset: Dataset, { from, to }: Period, which: SQL): Promise<readonly Row[]> {
  const { row, column } = shapeOf(dataset);
  const { held, of } = HELD[dataset];
  // Keys of parties are hashes: who is behind a figure is counted without knowing anybody.
  const result = await tx.execute<Row>(sql`
    with facts as (
      select ${MEMBERS[row]} as r, ${MEMBERS[column]} as c, ${held} as held, s.consignment_id::text as consignment,
        t.sender_key, t.recipient_key, coalesce('m ' || t.marketplace, 's ' || t.sender_key) as platform, s.partner_id::text as operator
      from clearance.clearances s
      join consignment.consignments t on t.consignment_id = s.consignment_id and t.received_on = s.received_on
      join consignment.items i on i.consignment_id = s.consignment_id and i.received_on = s.received_on
      where s.received_on between ${from} and ${to} and ${of} and ${which}
    ), shares as (
      select r, c, role, contributor, sum(held) as held
      from facts cross join lateral (values
        ('consignment', consignment), ('sender', sender_key), ('importer', recipient_key), ('platform', platform),
        ('operator', operator)) as part(role, contributor)
      group by grouping sets ((r, c, role, contributor), (r, role, contributor), (c, role, contributor), (role, contributor))
    )
    select coalesce(r, ${SUM}) as row, coalesce(c, ${SUM}) as across, role, count(*)::int as contributors, sum(held)::text as total,
      max(held)::text as first,
      coalesce((array_agg(held order by held desc) filter (where role <> 'consignment'))[2], 0)::text as second
    from shares group by r, c, role`);
  return result.rows;
}
