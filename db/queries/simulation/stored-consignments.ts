import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import type { Executor } from '@/db/connection';
import { assessments, clearances, consignments, items } from '@/db/schema';
import type { Regime, TransactionType } from '@/lib/consignment/codes';
import type { ChargeFacts } from '@/lib/revenue/charge-facts';
import type { StoredConsignment, StoredItem } from '@/lib/simulation/charge-twice';
import type { CountedDay, Stretch } from '@/lib/simulation/stretches';

/** A consignment travels as one row, its items as one JSON list: half of reading many is making objects of rows. */
type Row = {
  id: string;
  received_on: string;
  version_on: string;
  regime: Regime;
  transaction_type: TransactionType;
  dispatch_country: string | null;
  recipient_country: string;
  marketplace: string | null;
  scheme_id: string | null;
  transport_cost: string | null;
  transport_currency: string | null;
  charge_facts: ChargeFacts | null;
  goods: ItemRow[] | null;
};

type ItemRow = [
  itemNumber: number,
  commodityCode: string | null,
  originCountry: string | null,
  quantity: string | null,
  netMassKg: string | null,
  value: string,
  currency: string,
  isPrincipal: number,
  valueMinor: string,
  dutyMinor: string,
  vatMinor: string,
  feesMinor: string,
];

export type StoredPage = {
  readonly consignments: readonly StoredConsignment[];
  /** The last id of the page; null where the day has no more. */
  readonly after: string | null;
};

/** Fees stand in the printed working alone; without a law that has some nobody looks for them. */
const FEES = sql`coalesce((select sum((line->>'amountMinor')::bigint) from jsonb_array_elements(a.charge_lines) line
  where line->>'kind' = 'fee' and (line->>'itemNumber')::int = i.item_number), 0)::text`;

/**
 * The consignments received on some days that stand, with what the charges of each rest on and what it was assessed for: one day by pages
 * in the order of their ids, `afterId` empty begins it; several days at once, day by day. Takes no actor: a part of others.
 */
export async function storedConsignments(
  from: Executor,
  asked: {
    readonly officeIds: readonly string[];
    readonly fromOn: string;
    readonly toOn: string;
    readonly afterId: string;
    readonly most: number;
    readonly hasFees: boolean;
  },
): Promise<StoredPage> {
  const { officeIds, fromOn, toOn, afterId, most, hasFees } = asked;
  const isOneDay = fromOn === toOn;
  const days = sql`between ${fromOn}::date and ${toOn}::date`;
  const order = isOneDay ? sql`k.consignment_id limit ${most}` : sql`k.received_on, k.consignment_id`;
  const after: SQL = afterId === '' ? sql`` : sql` and k.consignment_id > ${afterId}::uuid`;
  const fees = hasFees ? FEES : sql`'0'`;
  const assessed = hasFees
    ? sql`join ${assessments} a on a.consignment_id = c.consignment_id and a.received_on = c.received_on
        and a.version = c.version`
    : sql``;
  const { rows } = await from.execute<Row>(sql`
    select c.consignment_id as id, c.received_on::text, (c.updated_at at time zone 'UTC')::date::text as version_on, c.regime, c.transaction_type,
      c.dispatch_country, c.recipient_country, c.marketplace, c.scheme_id, c.transport_cost, c.transport_currency,
      c.charge_facts,
      (select json_agg(json_build_array(i.item_number, i.commodity_code, i.origin_country, i.quantity, i.net_mass_kg, i.value,
          i.currency, i.is_principal, i.value_minor::text, i.duty_minor::text, i.vat_minor::text, ${fees})
          order by i.item_number)
        from ${items} i where i.consignment_id = c.consignment_id and i.received_on = c.received_on and i.received_on ${days}) as goods
    from ${clearances} k join ${consignments} c on c.consignment_id = k.consignment_id and c.received_on = k.received_on
      ${assessed}
    where k.received_on ${days} and c.received_on ${days} and k.status <> 'withdrawn'
      and k.office_id = any(${sql.param([...officeIds])}::text[])${after}
    order by ${order}`);
  const last = isOneDay && rows.length >= most ? rows.at(-1) : undefined;
  return { consignments: rows.map(consignmentOf), after: last?.id ?? null };
}

/** How many consignments that stand some offices received on each day of a period, in its order. Takes no actor: a part of others. */
export async function receiptDays(
  from: Executor,
  { officeIds, fromOn, toOn }: Stretch & { readonly officeIds: readonly string[] },
): Promise<CountedDay[]> {
  const { rows } = await from.execute<CountedDay>(sql`
    select received_on::text as day, count(*)::int as consignments from ${clearances}
    where received_on between ${fromOn}::date and ${toOn}::date and status <> 'withdrawn'
      and office_id = any(${sql.param([...officeIds])}::text[])
    group by received_on order by received_on`);
  return rows;
}

function consignmentOf(row: Row): StoredConsignment {
  return {
    month: row.received_on.slice(0, 7),
    day: row.version_on,
    record: {
      regime: row.regime,
      transactionType: row.transaction_type,
      dispatchCountry: row.dispatch_country,
      recipient: { country: row.recipient_country },
      marketplace: row.marketplace,
      schemeId: row.scheme_id,
      transportCost: row.transport_cost,
      transportCurrency: row.transport_currency,
      chargeFacts: row.charge_facts,
      items: (row.goods ?? []).map(itemOf),
    },
  };
}

function itemOf([
  itemNumber,
  commodityCode,
  originCountry,
  quantity,
  netMassKg,
  value,
  currency,
  ...rest
]: ItemRow): StoredItem {
  const [isPrincipal, valueMinor, dutyMinor, vatMinor, feesMinor] = rest;
  return {
    ...{ itemNumber, commodityCode, originCountry, quantity, netMassKg, value, currency },
    isPrincipal: isPrincipal === 1,
    valueMinor: BigInt(valueMinor),
    dutyMinor: BigInt(dutyMinor),
    vatMinor: BigInt(vatMinor),
    feesMinor: BigInt(feesMinor),
  };
}
