import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import type { HolderKind } from '@/lib/collection/accounts';
import type { Charge } from '@/lib/collection/dues';
import { firstDayOf, lastDayOf, monthBefore, monthOf } from '@/lib/collection/month';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';

/** What is counted of the accounts of one period; amounts in minor units of the administration's currency. */
export type Measures = {
  /** Charges assessed, corrected and taken back, and what vendors declared. */
  readonly assessedMinor: bigint;
  /** The part of it that customs found beside what was declared. */
  readonly foundMinor: bigint;
  /** What came in, less what was paid back. */
  readonly collectedMinor: bigint;
  /** What is owed at the end of the period. */
  readonly outstandingMinor: bigint;
};
export type MonthMeasures = Measures & { readonly month: string };
export type KindMeasures = Measures & { readonly kind: HolderKind };
/** What goods that a relief let in free would have borne, by the working that says so. */
export type ReliefMeasure = { readonly code: string; readonly forgoneMinor: bigint; readonly postings: number };
/** What is assessed by what it is: duty, VAT, fees, and what came beside them. */
export type ChargeMeasure = { readonly charge: Charge; readonly minor: bigint; readonly postings: number };

export type RevenueMeasures = {
  readonly from: string;
  readonly to: string;
  readonly total: Measures;
  /** The newest first. */
  readonly months: readonly MonthMeasures[];
  readonly kinds: readonly KindMeasures[];
  readonly charges: readonly ChargeMeasure[];
  readonly reliefs: readonly ReliefMeasure[];
};

/** Months shown beside each other. */
export const MONTHS_SHOWN = 12;

type SumRow = { key: string; assessed: string; found: string; collected: string; net: string };

const SUMS = sql`
  coalesce(sum(d.debit_minor - d.credit_minor) filter (where d.charge in ('duty', 'vat', 'fee', 'found', 'declared', 'remitted')), 0)::text as assessed,
  coalesce(sum(d.debit_minor - d.credit_minor) filter (where d.charge = 'found'), 0)::text as found,
  coalesce(sum(d.credit_minor - d.debit_minor) filter (where d.charge = 'payment'), 0)::text as collected,
  coalesce(sum(d.debit_minor - d.credit_minor), 0)::text as net`;

/**
 * What was assessed, collected and is outstanding on the accounts of the actor's offices, over the last twelve months, and what reliefs
 * cost. Read from the days of accounts, whatever the number of consignments.
 */
export async function getMeasures(actor: Actor, currency: string, at = new Date()): Promise<RevenueMeasures> {
  authorise(actor, 'revenue.measure');
  const to = lastDayOf(monthOf(dayOf(at)));
  const from = firstDayOf(Array.from({ length: MONTHS_SHOWN - 1 }).reduce<string>(monthBefore, monthOf(dayOf(at))));
  const offices = sql.param([...actor.officeIds]);
  const own = sql`from revenue.account_days d join revenue.accounts a on a.account_id = d.account_id
    where d.currency = ${currency} and (a.office_id is null or a.office_id = any(${offices}::text[])) and d.booked_on <= ${to}::date`;
  const [months, kinds, before, charges, reliefs] = await Promise.all([
    sums(sql`to_char(d.booked_on, 'YYYY-MM')`, sql`${own} and d.booked_on >= ${from}::date`),
    sums(sql`a.kind`, sql`${own} and d.booked_on >= ${from}::date`),
    sums(sql`a.kind`, sql`${own} and d.booked_on < ${from}::date`),
    db().execute<{ charge: Charge; minor: string; postings: number }>(sql`
      select d.charge, sum(d.debit_minor - d.credit_minor)::text as minor, sum(d.postings)::int as postings ${own}
        and d.booked_on >= ${from}::date and d.charge in ('duty', 'vat', 'fee', 'found', 'declared', 'remitted')
      group by d.charge order by sum(d.debit_minor - d.credit_minor) desc`),
    db().execute<{ code: string; value: string; postings: number }>(sql`
      select split_part(d.account_id, ':', 2) as code, sum(d.debit_minor - d.credit_minor)::text as value, sum(d.postings)::int as postings
      from revenue.account_days d
      where d.charge = 'relief' and d.account_id like 'forgone:%' and d.currency = ${currency} and d.booked_on between ${from}::date and ${to}::date
      group by 1 order by sum(d.debit_minor - d.credit_minor) desc`),
  ]);
  const carried = new Map(before.map(({ key, net }) => [key, BigInt(net)]));
  let outstandingMinor = [...carried.values()].reduce((sum, minor) => sum + minor, 0n);
  const byMonth = months.map((row): MonthMeasures => {
    outstandingMinor += BigInt(row.net);
    return { month: row.key, ...measuresOf(row), outstandingMinor };
  });
  const byKind = kinds.map(
    (row): KindMeasures => ({
      kind: row.key as HolderKind,
      ...measuresOf(row),
      outstandingMinor: (carried.get(row.key) ?? 0n) + BigInt(row.net),
    }),
  );
  const total = (of: (one: Measures) => bigint) => byMonth.reduce((sum, one) => sum + of(one), 0n);
  return {
    from,
    to,
    total: {
      assessedMinor: total(({ assessedMinor }) => assessedMinor),
      foundMinor: total(({ foundMinor }) => foundMinor),
      collectedMinor: total(({ collectedMinor }) => collectedMinor),
      outstandingMinor,
    },
    months: byMonth.reverse(),
    kinds: byKind,
    charges: charges.rows.map((row) => ({ ...row, minor: BigInt(row.minor) })),
    reliefs: reliefs.rows.map(({ code, value, postings }) => ({ code, forgoneMinor: BigInt(value), postings })),
  };
}

async function sums(key: SQL, from: SQL): Promise<SumRow[]> {
  return (await db().execute<SumRow>(sql`select ${key} as key, ${SUMS} ${from} group by 1 order by 1`)).rows;
}

const measuresOf = ({ assessed, found, collected }: SumRow) => ({
  assessedMinor: BigInt(assessed),
  foundMinor: BigInt(found),
  collectedMinor: BigInt(collected),
});
