import 'server-only';
import { sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { salesAccount } from '@/lib/collection/dues';
import { firstDayOf, lastDayOf, monthBefore, monthOf } from '@/lib/collection/month';
import { type Reconciled, reconcile, type Sides } from '@/lib/collection/reconcile';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { type PostingCursor, type PostingRow, postingsBooked } from './list-postings';

/** Months that are set against each other, the current one among them. */
export const RECONCILED_MONTHS = 6;

type Row = {
  scheme_id: string;
  month: string;
  declared: string | null;
  vat: string | null;
  border: string | null;
  goods: number | null;
};

/**
 * What vendors declared of their schemes against what came over the border under them, by month, the largest difference first. Both
 * sides are read as sums: the border's from the memorandum account of the scheme, which corrections and withdrawals move too.
 */
export async function reconcileSales(actor: Actor, currency: string, at = new Date()): Promise<Reconciled[]> {
  authorise(actor, 'revenue.measure');
  const last = monthOf(dayOf(at));
  const first = Array.from({ length: RECONCILED_MONTHS - 1 }).reduce<string>(monthBefore, last);
  const { rows } = await db().execute<Row>(sql`
    with declared as (
      select distinct on (scheme_id, month) scheme_id, month, sales_minor, vat_minor
      from revenue.vendor_returns where month between ${first} and ${last} and currency = ${currency}
      order by scheme_id, month, revision desc
    ), border as (
      select split_part(account_id, ':', 2) as scheme_id, to_char(booked_on, 'YYYY-MM') as month,
        sum(debit_minor - credit_minor) as sales_minor, sum(case when debit_minor > 0 then postings else -postings end)::int as goods
      from revenue.account_days
      where charge = 'sales' and currency = ${currency} and booked_on between ${firstDayOf(first)}::date and ${lastDayOf(last)}::date
      group by 1, 2
    )
    select coalesce(d.scheme_id, b.scheme_id) as scheme_id, coalesce(d.month, b.month) as month,
      d.sales_minor::text as declared, d.vat_minor::text as vat, b.sales_minor::text as border, b.goods
    from declared d full join border b on b.scheme_id = d.scheme_id and b.month = d.month`);
  return reconcile(
    rows.map(
      (row): Sides => ({
        schemeId: row.scheme_id,
        month: row.month,
        declaredMinor: row.declared === null ? null : BigInt(row.declared),
        vatMinor: row.vat === null ? null : BigInt(row.vat),
        borderMinor: row.border === null ? null : BigInt(row.border),
        goods: row.goods ?? 0,
      }),
    ),
    dayOf(at),
  );
}

/** The goods behind a month of a scheme, a page at a time, in the order they came over the border. */
export async function listSchemeSales(
  actor: Actor,
  asked: { readonly schemeId: string; readonly month: string; readonly currency: string },
  { after, rows }: { readonly after: PostingCursor | null; readonly rows: number },
): Promise<PostingRow[]> {
  authorise(actor, 'revenue.measure');
  const { schemeId, month, currency } = asked;
  const accountId = salesAccount(schemeId, currency);
  return postingsBooked({ accountId, from: firstDayOf(month), to: lastDayOf(month), after, rows });
}
