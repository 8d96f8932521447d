import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { accountDays, accounts, guarantees, partners } from '@/db/schema';
import { type Cover, coverOf } from '@/lib/collection/guarantee';
import { firstDayOf, monthOf } from '@/lib/collection/month';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { type AccountRow, withinAccounts } from './account-scope';
import { isNewest, runsOn } from './balance';
import { usedOf } from './room';

export type AccountLine = AccountRow & {
  /** Name of the partner, or the number of the scheme. */
  readonly holder: string;
  readonly balanceMinor: bigint;
  readonly monthDebitMinor: bigint;
  readonly monthCreditMinor: bigint;
  /** Null where no guarantee runs. */
  readonly cover: Cover | null;
};

/** The accounts an actor may see, the most owed first. */
export async function listAccounts(actor: Actor, at = new Date()): Promise<AccountLine[]> {
  authorise(actor, 'revenue.read');
  const today = dayOf(at);
  const from = firstDayOf(monthOf(today));
  const rows = await db()
    .select({
      account: accounts,
      partner: partners.name,
      balance: sql<string>`coalesce(sum(${accountDays.debitMinor} - ${accountDays.creditMinor}), 0)::text`,
      debit: sql<string>`coalesce(sum(${accountDays.debitMinor}) filter (where ${accountDays.bookedOn} >= ${from}), 0)::text`,
      credit: sql<string>`coalesce(sum(${accountDays.creditMinor}) filter (where ${accountDays.bookedOn} >= ${from}), 0)::text`,
    })
    .from(accounts)
    .leftJoin(partners, eq(partners.id, accounts.partnerId))
    .leftJoin(accountDays, eq(accountDays.accountId, accounts.accountId))
    .where(withinAccounts(actor))
    .groupBy(accounts.accountId, partners.name);
  const secured = await db()
    .select({ accountId: guarantees.accountId, amountMinor: guarantees.amountMinor })
    .from(guarantees)
    .where(and(isNewest, runsOn(today)));
  const limits = new Map(secured.map(({ accountId, amountMinor }) => [accountId, amountMinor]));
  const used = await usedOf(db(), [...limits.keys()]);
  return rows
    .map(({ account, partner, balance, debit, credit }): AccountLine => {
      const balanceMinor = BigInt(balance);
      const limit = limits.get(account.accountId);
      return {
        ...account,
        holder: partner ?? account.schemeId ?? account.accountId,
        balanceMinor,
        monthDebitMinor: BigInt(debit),
        monthCreditMinor: BigInt(credit),
        cover: limit === undefined ? null : coverOf(limit, used.get(account.accountId) ?? 0n),
      };
    })
    .sort((a, b) =>
      a.balanceMinor === b.balanceMinor ? (a.number < b.number ? -1 : 1) : a.balanceMinor < b.balanceMinor ? 1 : -1,
    );
}
