import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import type { ContributorRole, Contributors, Share } from '@/lib/disclosure/rule';
import { type Dataset, SUM, shapeOf } from '@/lib/publication/datasets';
import { marketplaceKey } from '@/lib/risk/party-keys';
import { eachDay, type Period } from '@/lib/statistics/period';

/** Who is behind a cell, and what it comes to in each measure by the ledger. */
export type Behind = { readonly contributors: Contributors; readonly net: readonly bigint[] };

/** The key of a cell among those of a table. */
export const cellKey = (row: string, column: string): string => `${row}\u0000${column}`;

type Row = {
  row: string;
  across: string;
  role: ContributorRole;
  contributors: number;
  alone: string | null;
} & Record<'net' | 'first' | 'second' | 'total', string[]>;

/** What traders hold is added up in as many parts, each trader in one of them alone: as much to a statement as a day holds. */
const PARTS = 31;

/**
 * Who is behind each cell over the days of a period, sums included. `factsOn` gives what each consignment of a day holds of each cell
 * (`consignment_id`, `received_on`, `r`, `c`, `h0`…). No statement reads more than a day of the ledger, however large the month is:
 * consignments are told day by day, since each is in one day alone; what a day has of each trader is laid by in a temporary table and added
 * up at the end.
 */
export async function behindEach(
  tx: Tx,
  dataset: Dataset,
  period: Period,
  factsOn: (day: string) => SQL,
): Promise<Map<string, Behind>> {
  const measures = shapeOf(dataset).measures.map((_, measure) => sql`h${sql.raw(String(measure))}`);
  const cells = new Cells();
  await tx.execute(sql`drop table if exists pg_temp.held_of_month`);
  await tx.execute(sql`create temporary table held_of_month
    (part int, r text, c text, role text, contributor text, ${list(measures.map((held) => sql`${held} bigint`))}) on commit drop`);
  const days = eachDay(period);
  for (const day of days) {
    cells.add(await consignmentsBehind(tx, measures, factsOn(day)));
    await layBy(tx, measures, day, factsOn(day));
  }
  await tx.execute(sql`create index on pg_temp.held_of_month (part)`);
  await tx.execute(sql`analyze pg_temp.held_of_month`);
  for (let part = 0; part < PARTS; part += 1) cells.add(await tradersBehind(tx, measures, part));
  await tx.execute(sql`drop table pg_temp.held_of_month`);
  return cells.found;
}

const isHeld = (measures: readonly SQL[]): SQL =>
  sql.join(
    measures.map((held) => sql`sum(${held}) <> 0`),
    sql` or `,
  );
const heldSums = (measures: readonly SQL[]): SQL => list(measures.map((held) => sql`sum(${held}) as ${held}`));
const each = (measures: readonly SQL[], aggregate: (held: SQL) => SQL): SQL =>
  sql`array[${list(measures.map((held) => sql`(${aggregate(held)})::text`))}]`;

async function consignmentsBehind(tx: Tx, measures: readonly SQL[], facts: SQL): Promise<readonly Row[]> {
  const { rows } = await tx.execute<Row>(sql`
    with facts as (${facts}), shares as (
      select r, c, consignment_id, ${heldSums(measures)} from facts
      group by grouping sets ((r, c, consignment_id), (r, consignment_id), (c, consignment_id), (consignment_id))
      having ${isHeld(measures)}
    )
    select coalesce(r, ${SUM}) as row, coalesce(c, ${SUM}) as across, 'consignment' as role, count(*)::int as contributors,
      null as alone, ${each(measures, (held) => sql`sum(${held})`)} as net, ${each(measures, (held) => sql`sum(abs(${held}))`)} as total,
      ${each(measures, (held) => sql`max(abs(${held}))`)} as first, ${each(measures, () => sql`0`)} as second
    from shares group by r, c`);
  return rows;
}

/** Keys of parties are hashes: who is behind a figure is counted without knowing anybody. Marketplaces go by their folded names. */
async function layBy(tx: Tx, measures: readonly SQL[], day: string, facts: SQL): Promise<void> {
  const { names, keys } = await marketplacesOf(tx, day);
  await tx.execute(sql`
    insert into pg_temp.held_of_month (part, r, c, role, contributor, ${list(measures)})
    with facts as (${facts}),
    named as (
      select f.*, t.sender_key, t.recipient_key, t.partner_id::text as operator,
        coalesce('m ' || m.key, 's ' || t.sender_key) as platform
      from facts f
      left join consignment.consignments t on t.consignment_id = f.consignment_id and t.received_on = f.received_on
      left join unnest(${sql.param(names)}::text[], ${sql.param(keys)}::text[]) as m (name, key) on m.name = t.marketplace
    )
    select abs(hashtext(contributor) % ${sql.raw(String(PARTS))}), r, c, role, contributor, ${list(measures.map((held) => sql`sum(${held})`))}
    from named cross join lateral (values
      ('sender', sender_key), ('importer', recipient_key), ('platform', platform), ('operator', operator)) as part(role, contributor)
    where contributor is not null
    group by r, c, role, contributor`);
}

async function tradersBehind(tx: Tx, measures: readonly SQL[], part: number): Promise<readonly Row[]> {
  const { rows } = await tx.execute<Row>(sql`
    with shares as (
      select r, c, role, contributor, ${heldSums(measures)} from pg_temp.held_of_month where part = ${part}
      group by grouping sets ((r, c, role, contributor), (r, role, contributor), (c, role, contributor), (role, contributor))
      having ${isHeld(measures)}
    )
    select coalesce(r, ${SUM}) as row, coalesce(c, ${SUM}) as across, role, count(*)::int as contributors,
      case when count(*) = 1 then min(contributor) end as alone,
      ${each(measures, (held) => sql`sum(${held})`)} as net, ${each(measures, (held) => sql`sum(abs(${held}))`)} as total,
      ${each(measures, (held) => sql`max(abs(${held}))`)} as first,
      ${each(measures, (held) => sql`coalesce((array_agg(abs(${held}) order by abs(${held}) desc))[2], 0)`)} as second
    from shares group by r, c, role`);
  return rows;
}

/** The names of marketplaces on a day, and the key of each: senders spell one in many ways. */
async function marketplacesOf(tx: Tx, day: string): Promise<{ names: string[]; keys: (string | null)[] }> {
  const { rows } = await tx.execute<{ name: string }>(sql`
    select distinct marketplace as name from consignment.consignments where received_on = ${day} and marketplace is not null`);
  return { names: rows.map(({ name }) => name), keys: rows.map(({ name }) => marketplaceKey(name)) };
}

/** Puts together what parts tell of the same cells; nobody is in two parts in the same role. */
class Cells {
  readonly found = new Map<string, { contributors: Partial<Record<ContributorRole, Share>>; net: readonly bigint[] }>();

  add(rows: readonly Row[]): void {
    for (const one of rows) {
      const key = cellKey(one.row, one.across);
      const cell = this.found.get(key) ?? { contributors: {}, net: [] };
      cell.contributors[one.role] = together(cell.contributors[one.role], shareOf(one), one.role);
      // Each consignment is behind the cell once, whoever else is.
      if (one.role === 'consignment') cell.net = one.net.map((net, measure) => BigInt(net) + (cell.net[measure] ?? 0n));
      this.found.set(key, cell);
    }
  }
}

const shareOf = (row: Row): Share => ({
  contributors: row.contributors,
  alone: row.alone,
  held: row.total.map((total, measure) => ({
    first: BigInt(row.first[measure] ?? 0),
    second: BigInt(row.second[measure] ?? 0),
    total: BigInt(total),
  })),
});

function together(before: Share | undefined, more: Share, role: ContributorRole): Share {
  if (!before) return more;
  return {
    contributors: before.contributors + more.contributors,
    alone: null,
    held: more.held.map(({ first, second, total }, measure) => {
      const other = before.held[measure] ?? { first: 0n, second: 0n, total: 0n };
      const [largest, next] = first >= other.first ? [first, other.first] : [other.first, first];
      const runnerUp = first >= other.first ? second : other.second;
      // Nobody dominates who sends one parcel: of consignments no second is told.
      const follows = next > runnerUp ? next : runnerUp;
      return { first: largest, second: role === 'consignment' ? 0n : follows, total: total + other.total };
    }),
  };
}

const list = (parts: readonly SQL[]): SQL => sql.join([...parts], sql`, `);
