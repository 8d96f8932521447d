import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Behind, cellKey } from '@/db/commands/publication/behind-cells';
import { tableContributors } from '@/db/commands/publication/table-contributors';
import { db } from '@/db/connection';
import { clearances } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import type { ContributorRole, Share } from '@/lib/disclosure/rule';
import { seededRandom } from '@/lib/kernel/prng';
import { daysOfMonth } from '@/lib/publication/calendar';
import { SUM } from '@/lib/publication/datasets';
import { aDesk, type Desk } from '../../support/a-desk';
import { useDatabase } from '../../support/database';
import { placeNinetyDays } from '../statistics/ninety-days';

useDatabase();
let desk: Desk;
const PERIOD = daysOfMonth('2026-10');

beforeAll(async () => {
  desk = await aDesk();
  await placeNinetyDays(desk);
  // Senders, recipients and partners that come on several days, and some on one alone.
  const random = seededRandom(5);
  const of = (count: number) => Math.floor(random() * count);
  for (const { consignmentId, receivedOn } of await db().select().from(clearances))
    await db().execute(sql`update consignment.consignments set sender_key = ${`s${of(9)}`}, recipient_key = ${`r${of(40)}`},
        marketplace = ${random() < 0.5 ? `Market ${of(4)}` : null}
      where consignment_id = ${consignmentId}::uuid and received_on = ${receivedOn}`);
});

type Row = {
  r: string | null;
  c: string | null;
  role: ContributorRole;
  contributors: number;
  alone: string | null;
} & Record<'net' | 'first' | 'second' | 'total', string>;

/** Who is behind the items of each origin and chapter, in one statement over the whole month: what adding up by days is measured by. */
async function atOnce() {
  const { rows } = await db().execute<Row>(sql`
    with named as (
      select coalesce(i.origin_country, '-') as r, coalesce(left(i.commodity_code, 2), '-') as c, i.value_minor as held,
        t.consignment_id::text as consignment, t.sender_key, t.recipient_key, t.partner_id::text as operator
      from clearance.clearances s
      join consignment.items i on i.consignment_id = s.consignment_id and i.received_on = s.received_on
      join consignment.consignments t on t.consignment_id = s.consignment_id and t.received_on = s.received_on
      where s.received_on between ${PERIOD.from} and ${PERIOD.to} and s.status <> 'withdrawn'
    ), shares as (
      select r, c, role, contributor, sum(held) as held
      from named cross join lateral (values ('consignment', consignment), ('sender', sender_key), ('importer', recipient_key),
        ('operator', operator)) as part(role, contributor)
      group by grouping sets ((r, c, role, contributor), (r, role, contributor), (c, role, contributor), (role, contributor))
    )
    select r, c, role, count(*)::int as contributors,
      case when count(*) = 1 and role <> 'consignment' then min(contributor) end as alone, sum(held)::text as net,
      max(abs(held))::text as first, coalesce((array_agg(abs(held) order by abs(held) desc))[2], 0)::text as second,
      sum(abs(held))::text as total
    from shares group by r, c, role`);
  return rows;
}

describe('Who is behind the cells of a month', () => {
  it('is the same by days as in one statement over the whole month', async () => {
    const byDays = await inTransaction((tx) => tableContributors(tx, 'imports', PERIOD));
    const expected = await atOnce();
    expect(expected.length).toBeGreaterThan(60);
    const told = (share: Share | undefined) => {
      const { first, second, total } = share?.held[0] ?? { first: 0n, second: 0n, total: 0n };
      return { contributors: share?.contributors, alone: share?.alone ?? null, first, second, total };
    };
    for (const { r, c, role, net, ...row } of expected) {
      const key = cellKey(r ?? SUM, c ?? SUM);
      const behind: Behind | undefined = byDays.get(key);
      // Of consignments no second is kept: nobody dominates who sends one parcel.
      const second = role === 'consignment' ? 0n : BigInt(row.second);
      expect([key, role, told(behind?.contributors[role])]).toEqual([
        key,
        role,
        {
          contributors: row.contributors,
          alone: row.alone,
          first: BigInt(row.first),
          second,
          total: BigInt(row.total),
        },
      ]);
      if (role === 'consignment') expect(behind?.net[0]).toBe(BigInt(net));
    }
    expect(byDays.size).toBe(new Set(expected.map(({ r, c }) => cellKey(r ?? SUM, c ?? SUM))).size);
  });

  it('is found again and again in one transaction, and nothing of it is left behind', async () => {
    const [first, again] = await inTransaction(async (tx) => [
      await tableContributors(tx, 'clearance', PERIOD),
      await tableContributors(tx, 'clearance', PERIOD),
    ]);
    expect(again).toEqual(first);
    const { rows } = await db().execute<{ left: string | null }>(
      sql`select to_regclass('pg_temp.held_of_month')::text as left`,
    );
    expect(rows).toEqual([{ left: null }]);
  });
});
