import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { chargesInForce } from '@/db/queries/consignment/charges-in-force';
import { clearances, consignments, items } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import type { ChargeSum } from '@/lib/revenue/charge-sums';
import type { StatisticsFilter } from '@/lib/statistics/filter';
import type { ItemCursor } from '@/lib/statistics/item-cursor';
import type { Period } from '@/lib/statistics/period';
import { LEDGER, ledgerMembers } from './ledger-members';

/** One goods item of the ledger as the drill-down shows it. No personal data. Amounts in minor units, instants as ISO text. */
export type GoodsItemRow = {
  readonly consignmentId: string;
  readonly day: string;
  readonly reference: string;
  readonly itemNumber: number;
  /** This item carries its consignment: the rows so marked are the consignments of the figures. */
  readonly countsConsignment: boolean;
  readonly description: string;
  readonly commodityCode: string | null;
  readonly origin: string | null;
  readonly marketplace: string | null;
  readonly officeId: string;
  readonly channel: string;
  readonly lane: string;
  readonly reason: string;
  readonly outcome: string;
  readonly examination: string;
  readonly valueMinor: bigint;
  readonly netMassG: bigint;
  /** As assessed by the declared values: the parts of the figures. */
  readonly dutyMinor: bigint;
  readonly vatMinor: bigint;
  /** As they are in force, by what customs found. */
  readonly inForce: { readonly duty: ChargeSum; readonly vat: ChargeSum };
};

type Row = {
  consignment_id: string;
  day: string;
  reference: string;
  item_number: number;
  is_principal: number;
  description: string;
  commodity_code: string | null;
  origin_country: string | null;
  marketplace: string | null;
  office_id: string;
  channel: string;
  lane_effective: string;
  selection_reason: string;
  outcome: string;
  examination_outcome: string;
  value_minor: string;
  net_mass_g: string | null;
  duty_minor: string;
  vat_minor: string;
};

/** Goods items of the ledger under a filter, newest day first, then by consignment and number; after the cursor. */
export async function goodsItems(
  actor: Actor,
  filter: StatisticsFilter,
  days: Period,
  after: ItemCursor | null,
  limit: number,
): Promise<GoodsItemRow[]> {
  const { rows } = await db().execute<Row>(sql`
    select i.consignment_id, i.received_on::text as day, c.reference, i.item_number, i.is_principal, i.description,
      i.commodity_code, i.origin_country, c.marketplace, s.office_id, s.channel, s.lane_effective, s.selection_reason,
      ${LEDGER.outcome} as outcome, s.examination_outcome, i.value_minor, i.net_mass_g, i.duty_minor, i.vat_minor
    from ${ledger(days)} and ${membership(actor, filter)} and ${afterCursor(after)}
    order by s.received_on desc, s.consignment_id, i.item_number limit ${limit}`);
  const keys = new Map(
    rows.map((row) => [row.consignment_id, { consignmentId: row.consignment_id, receivedOn: row.day }]),
  );
  const charges = await chargesInForce(db(), [...keys.values()]);
  return rows.map((row) => toRow(row, charges.get(row.consignment_id)?.items.get(row.item_number)));
}

/**
 * The three tables of the ledger and the days asked for, up to `where`. Within one day a page comes sorted out of the index and
 * ends early; grouping by the primary key changes nothing but keeps the planner from joining the whole day first (a limit would
 * too, but not over shards). Over several days few rows match, and joining is faster.
 */
function ledger({ from, to }: Period): SQL {
  if (from === to) {
    return sql`${clearances} s
      cross join lateral (select * from ${consignments} c
        where c.consignment_id = s.consignment_id and c.received_on = ${from} group by c.consignment_id, c.received_on) c
      cross join lateral (select * from ${items} i
        where i.consignment_id = s.consignment_id and i.received_on = ${from}
        group by i.consignment_id, i.received_on, i.item_number) i
      where s.received_on = ${from}`;
  }
  return sql`${clearances} s
    join ${consignments} c on c.consignment_id = s.consignment_id and c.received_on = s.received_on
    join ${items} i on i.consignment_id = s.consignment_id and i.received_on = s.received_on
    where s.received_on between ${from} and ${to} and c.received_on between ${from} and ${to}
      and i.received_on between ${from} and ${to}`;
}

function membership(actor: Actor, filter: StatisticsFilter): SQL {
  // What was withdrawn stands behind its own figure and behind no other.
  const kind = filter.measure === 'withdrawn' ? sql`s.status = 'withdrawn'` : sql`s.status <> 'withdrawn'`;
  return sql.join([kind, ...ledgerMembers(actor, filter)], sql` and `);
}

function afterCursor(after: ItemCursor | null): SQL {
  if (!after) return sql`true`;
  return sql`s.received_on <= ${after.day} and (s.received_on < ${after.day}
    or (s.consignment_id, i.item_number) > (${after.consignmentId}::uuid, ${after.itemNumber}))`;
}

function toRow(row: Row, inForce: GoodsItemRow['inForce'] | undefined): GoodsItemRow {
  const [dutyMinor, vatMinor] = [BigInt(row.duty_minor), BigInt(row.vat_minor)];
  return {
    consignmentId: row.consignment_id,
    day: row.day,
    reference: row.reference,
    itemNumber: row.item_number,
    countsConsignment: row.is_principal === 1,
    description: row.description,
    commodityCode: row.commodity_code,
    origin: row.origin_country,
    marketplace: row.marketplace,
    officeId: row.office_id,
    channel: row.channel,
    lane: row.lane_effective,
    reason: row.selection_reason,
    outcome: row.outcome,
    examination: row.examination_outcome,
    valueMinor: BigInt(row.value_minor),
    netMassG: BigInt(row.net_mass_g ?? 0),
    dutyMinor,
    vatMinor,
    inForce: inForce ?? { duty: { minor: dutyMinor, isOpen: false }, vat: { minor: vatMinor, isOpen: false } },
  };
}
