import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import type { Executor } from '@/db/connection';
import { assessments, clearances, consignments, items } from '@/db/schema';
import type { TransactionType } from '@/lib/consignment/codes';
import type { ChargeFacts } from '@/lib/revenue/charge-facts';
import type { StoredConsignment, StoredItem } from '@/lib/simulation/charge-twice';

/** A consignment travels as one row, its items as one JSON list: half of reading many is making objects of rows. */
type Row = {
  id: string;
  version_on: string;
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
 * The consignments received on a day that stand, by pages in the order of their ids, with what the charges of each rest on and what it
 * was assessed for. `afterId` empty begins the day. Takes no actor: a part of others.
 */
export async function storedConsignments(
  from: Executor,
  asked: {
    readonly officeIds: readonly string[];
    readonly day: string;
    readonly afterId: string;
    readonly most: number;
    readonly hasFees: boolean;
  },
): Promise<StoredPage> {
  const { officeIds, day, afterId, most, hasFees } = asked;
  const after: SQL = afterId === '' ? sql`` : sql` and k.consignment_id > ${afterId}::uuid`;
  const fees = hasFees ? FEES : sql`'0'`;
  const assessed = hasFees
    ? sql`join ${assessments} a on a.consignment_id = c.consignment_id and a.received_on = c.received_on
        and a.version = c.version`
    : sql``;
  const { rows } = await from.execute<Row>(sql`
    select c.consignment_id as id, (c.updated_at at time zone 'UTC')::date::text as version_on, c.transaction_type,
      c.dispatch_country, c.recipient_country, c.marketplace, c.scheme_id, c.transport_cost, c.transport_currency,
      c.charge_facts,
      (select json_agg(json_build_array(i.item_number, i.commodity_code, i.origin_country, i.quantity, i.net_mass_kg, i.value,
          i.currency, i.is_principal, i.value_minor::text, i.duty_minor::text, i.vat_minor::text, ${fees})
          order by i.item_number)
        from ${items} i where i.consignment_id = c.consignment_id and i.received_on = ${day}::date) as goods
    from ${clearances} k join ${consignments} c on c.consignment_id = k.consignment_id and c.received_on = k.received_on
      ${assessed}
    where k.received_on = ${day}::date and c.received_on = ${day}::date and k.status <> 'withdrawn'
      and k.office_id = any(${sql.param([...officeIds])}::text[])${after}
    order by k.consignment_id limit ${most}`);
  const month = day.slice(0, 7);
  const last = rows.length < most ? undefined : rows.at(-1);
  return { consignments: rows.map((row) => consignmentOf(row, month)), after: last?.id ?? null };
}

/** The next day, after one, on which an office received something; null where there is none up to the last. */
export async function nextReceiptDay(
  from: Executor,
  asked: { readonly officeIds: readonly string[]; readonly day: string; readonly toOn: string },
): Promise<string | null> {
  const { rows } = await from.execute<{ day: string | null }>(sql`
    select min(received_on)::text as day from ${clearances}
    where office_id = any(${sql.param([...asked.officeIds])}::text[]) and received_on > ${asked.day}::date
      and received_on <= ${asked.toOn}::date`);
  return rows[0]?.day ?? null;
}

function consignmentOf(row: Row, month: string): StoredConsignment {
  return {
    month,
    day: row.version_on,
    record: {
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
