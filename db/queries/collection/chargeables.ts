import 'server-only';
import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { foundCharges } from '@/db/queries/statistics/found-charges';
import type { ChargeKind } from '@/lib/assessment/types';
import type { Status } from '@/lib/clearance/transitions';
import type { Charge, Chargeable, Due } from '@/lib/collection/dues';
import type { CollectionModel } from '@/lib/consignment/codes';
import { dayOf } from '@/lib/kernel/dates';

export type DueKey = { readonly consignmentId: string; readonly receivedOn: string };

/** A consignment with what it is charged, and when and why that came about. */
export type Charged = Chargeable & {
  readonly consignmentId: string;
  readonly status: Status;
  /** Day of the release; null while it is not. */
  readonly releasedOn: string | null;
};

type Row = {
  consignment_id: string;
  partner_id: string;
  status: Status;
  released_at: string | null;
  collection_model: CollectionModel;
  scheme_id: string | null;
  currency: string;
  found_minor: string;
  remitted_minor: string;
  lines: {
    kind: ChargeKind;
    item: number;
    code: string;
    baseMinor: string;
    amountMinor: string;
    forgone: string | null;
  }[];
};

/** What some consignments are charged by their newest version and by what customs found, in one query. */
export async function chargeables(tx: Tx, keys: readonly DueKey[]): Promise<Charged[]> {
  if (keys.length === 0) return [];
  const asked = JSON.stringify(keys.map(({ consignmentId, receivedOn }) => ({ id: consignmentId, day: receivedOn })));
  const { rows } = await tx.execute<Row>(sql`
    select s.consignment_id, s.partner_id,
      -- Of what more is proposed, the decision before stands until it is confirmed.
      case when s.status = 'awaiting_second' then coalesce(s.proposed_from, s.status) else s.status end as status, s.released_at::text, c.collection_model, c.scheme_id, a.currency,
      ${foundCharges(sql`s.consignment_id`)}::text as found_minor,
      (select coalesce(sum(p.amount_minor), 0) from clearance.appeal_acts p
        where p.consignment_id = s.consignment_id and p.act in ('upheld', 'partly_upheld'))::text as remitted_minor,
      (select coalesce(json_agg(json_build_object('kind', line->>'kind', 'item', (line->>'itemNumber')::int, 'code', line->'working'->>'code',
          'baseMinor', line->>'baseMinor', 'amountMinor', line->>'amountMinor', 'forgone', line->'working'->'values'->>'forgone')), '[]'::json)
        from jsonb_array_elements(a.charge_lines) as line) as lines
    from json_to_recordset(${asked}::json) as k(id uuid, day date)
    join clearance.clearances s on s.consignment_id = k.id and s.received_on = k.day
    join consignment.consignments c on c.consignment_id = k.id and c.received_on = k.day
    join risk.assessments a on a.consignment_id = k.id and a.received_on = k.day and a.version = c.version`);
  return rows.map((row) => ({
    consignmentId: row.consignment_id,
    status: row.status,
    releasedOn: row.released_at === null ? null : dayOf(new Date(row.released_at)),
    isReleased: row.status === 'released',
    partnerId: row.partner_id,
    collectionModel: row.collection_model,
    schemeId: row.scheme_id,
    currency: row.currency,
    foundMinor: BigInt(row.found_minor),
    remittedMinor: BigInt(row.remitted_minor),
    lines: row.lines.map(({ kind, item, code, baseMinor, amountMinor, forgone }) => ({
      kind,
      itemNumber: item,
      code,
      baseMinor: BigInt(baseMinor),
      amountMinor: BigInt(amountMinor),
      // Printed to the minor unit: without its point it is a number of them.
      forgoneMinor: BigInt(forgone?.replace('.', '') ?? '0'),
    })),
  }));
}

/** What was posted of the charges of some consignments so far, by consignment. */
export async function postedDues(tx: Tx, consignmentIds: readonly string[]): Promise<Map<string, Due[]>> {
  const { rows } = await tx.execute<{
    subject_id: string;
    account_id: string;
    contra_id: string;
    charge: Charge;
    amount_minor: string;
  }>(sql`
    select subject_id, account_id, contra_id, charge, sum(amount_minor)::text as amount_minor
    from revenue.postings
    where subject_id = any(${sql.param([...consignmentIds])}::uuid[]) and kind in ('assessed', 'corrected', 'reversed')
    group by subject_id, account_id, contra_id, charge having sum(amount_minor) <> 0`);
  const bySubject = new Map<string, Due[]>();
  for (const { subject_id, account_id, contra_id, charge, amount_minor } of rows) {
    const due = { accountId: account_id, contraId: contra_id, charge, amountMinor: BigInt(amount_minor) };
    bySubject.set(subject_id, [...(bySubject.get(subject_id) ?? []), due]);
  }
  return bySubject;
}
