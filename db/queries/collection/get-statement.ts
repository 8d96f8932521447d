import 'server-only';
import { and, asc, eq, gte, lte, sql } from 'drizzle-orm';
import { db, type Executor } from '@/db/connection';
import { accountDays, statements } from '@/db/schema';
import type { Charge, PostingKind } from '@/lib/collection/dues';
import { dueDayOf, firstDayOf, lastDayOf } from '@/lib/collection/month';
import { paymentReference } from '@/lib/collection/payment-reference';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { type AccountRow, accountNumbered } from './account-scope';
import { holderOf } from './get-account';

/** A line of a statement: what was booked of one kind and charge on one day. */
export type StatementLine = {
  readonly bookedOn: string;
  readonly kind: PostingKind;
  readonly charge: Charge;
  readonly postings: number;
  readonly debitMinor: bigint;
  readonly creditMinor: bigint;
};

export type StatementSums = {
  readonly openingMinor: bigint;
  readonly debitMinor: bigint;
  readonly creditMinor: bigint;
  readonly closingMinor: bigint;
};

export type StatementView = StatementSums & {
  readonly account: AccountRow;
  readonly holder: string;
  readonly month: string;
  readonly from: string;
  readonly to: string;
  readonly dueOn: string;
  readonly paymentReference: string;
  readonly lines: readonly StatementLine[];
  readonly issued: typeof statements.$inferSelect | null;
};

/** What was booked on an account in a month, day by day, from its opening to its closing. @throws NotFoundError of another operator or office */
export async function getStatement(actor: Actor, number: string, month: string): Promise<StatementView> {
  authorise(actor, 'revenue.read');
  const account = await accountNumbered(db(), actor, number);
  const { accountId } = account;
  const [holder, sums, lines, [issued]] = await Promise.all([
    holderOf(account),
    statementSums(db(), accountId, month),
    linesOf(accountId, month),
    db()
      .select()
      .from(statements)
      .where(and(eq(statements.accountId, accountId), eq(statements.month, month))),
  ]);
  return {
    account,
    holder,
    month,
    from: firstDayOf(month),
    to: lastDayOf(month),
    dueOn: dueDayOf(month),
    paymentReference: paymentReference(account.number),
    ...sums,
    lines,
    issued: issued ?? null,
  };
}

/** The sums of a month, for commands that have checked whose account it is. */
export async function statementSums(from: Executor, accountId: string, month: string): Promise<StatementSums> {
  const first = firstDayOf(month);
  const [row] = await from
    .select({
      opening: sql<string>`coalesce(sum(debit_minor - credit_minor) filter (where booked_on < ${first}), 0)::text`,
      debit: sql<string>`coalesce(sum(debit_minor) filter (where booked_on >= ${first}), 0)::text`,
      credit: sql<string>`coalesce(sum(credit_minor) filter (where booked_on >= ${first}), 0)::text`,
    })
    .from(accountDays)
    .where(and(eq(accountDays.accountId, accountId), lte(accountDays.bookedOn, lastDayOf(month))));
  const [openingMinor, debitMinor, creditMinor] = [row?.opening, row?.debit, row?.credit].map((text) =>
    BigInt(text ?? '0'),
  );
  const sums = { openingMinor: openingMinor ?? 0n, debitMinor: debitMinor ?? 0n, creditMinor: creditMinor ?? 0n };
  return { ...sums, closingMinor: sums.openingMinor + sums.debitMinor - sums.creditMinor };
}

async function linesOf(accountId: string, month: string): Promise<StatementLine[]> {
  const rows = await db()
    .select({
      bookedOn: accountDays.bookedOn,
      kind: accountDays.kind,
      charge: accountDays.charge,
      postings: sql<number>`sum(postings)::int`,
      debit: sql<string>`sum(debit_minor)::text`,
      credit: sql<string>`sum(credit_minor)::text`,
    })
    .from(accountDays)
    .where(
      and(
        eq(accountDays.accountId, accountId),
        gte(accountDays.bookedOn, firstDayOf(month)),
        lte(accountDays.bookedOn, lastDayOf(month)),
      ),
    )
    .groupBy(accountDays.bookedOn, accountDays.kind, accountDays.charge)
    .orderBy(asc(accountDays.bookedOn), asc(accountDays.kind), asc(accountDays.charge));
  return rows.map(({ debit, credit, ...row }) => ({ ...row, debitMinor: BigInt(debit), creditMinor: BigInt(credit) }));
}
