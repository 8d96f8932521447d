import 'server-only';
import { randomUUID } from 'node:crypto';
import { inArray, sql } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { copySet } from '@/db/copy-set';
import { addExcluded, insertSet } from '@/db/insert-set';
import { accountDays, accounts, partners, postings } from '@/db/schema';
import { type Account, accountNumber } from '@/lib/collection/accounts';
import type { Due, PostingKind } from '@/lib/collection/dues';
import { addDays } from '@/lib/kernel/dates';

export type NewPosting = Due & {
  readonly subjectId: string;
  /** Postings of one transaction were made together. */
  readonly transactionId: string;
  readonly kind: PostingKind;
  readonly currency: string;
  readonly bookedOn: string;
  readonly ground: string;
};

/**
 * One who posts after the other: what was posted is read, and what is still to be posted follows from it. Taken before any account is
 * read, by everybody, and kept until the end of the transaction.
 */
export async function lockLedger(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('revenue.postings'))`);
}

/** Opens the accounts that are not there yet. A partner's account is kept by the office the partner belongs to. */
export async function openAccounts(tx: Tx, wanted: readonly Account[], day: string): Promise<void> {
  // In one order: who opens two waits for no one who opens the same two the other way round.
  const unique = [...new Map(wanted.map((account) => [account.accountId, account])).values()].sort((one, other) =>
    one.accountId < other.accountId ? -1 : 1,
  );
  if (unique.length === 0) return;
  const ids = unique.map(({ accountId }) => accountId);
  const known = await tx.select({ id: accounts.accountId }).from(accounts).where(inArray(accounts.accountId, ids));
  const present = new Set(known.map(({ id }) => id));
  const absent = unique.filter(({ accountId }) => !present.has(accountId));
  if (absent.length === 0) return;
  const partnerIds = absent.flatMap(({ partnerId }) => partnerId ?? []);
  const offices = new Map(
    partnerIds.length === 0
      ? []
      : (
          await tx
            .select({ id: partners.id, officeId: partners.defaultOfficeId })
            .from(partners)
            .where(inArray(partners.id, partnerIds))
        ).map(({ id, officeId }) => [id, officeId] as const),
  );
  await insertSet(
    tx,
    accounts,
    absent.map((account) => ({
      ...account,
      number: accountNumber(account),
      officeId: account.partnerId === null ? null : (offices.get(account.partnerId) ?? null),
      openedOn: day,
      closedUntil: null,
    })),
    sql`on conflict (account_id) do nothing`,
  );
}

/** Writes postings and adds them to the days of their accounts. What falls into days a statement has closed is booked after them. */
export async function book(tx: Tx, wanted: readonly NewPosting[], at: Date): Promise<void> {
  if (wanted.length === 0) return;
  const ids = [...new Set(wanted.map(({ accountId }) => accountId))];
  const closed = new Map(
    (
      await tx
        .select({ id: accounts.accountId, until: accounts.closedUntil })
        .from(accounts)
        .where(inArray(accounts.accountId, ids))
    ).map(({ id, until }) => [id, until] as const),
  );
  const rows = wanted.map((posting) => ({
    ...posting,
    postingId: randomUUID(),
    postedAt: at,
    bookedOn: openDay(posting.bookedOn, closed.get(posting.accountId) ?? null),
  }));
  await copySet(tx, postings, rows);
  await insertSet(
    tx,
    accountDays,
    daysOf(rows),
    sql`on conflict (account_id, booked_on, contra_id, kind, charge, currency) do update
      set ${addExcluded(accountDays, ['debitMinor', 'creditMinor', 'postings'])}`,
  );
}

const openDay = (day: string, closedUntil: string | null) =>
  closedUntil !== null && day <= closedUntil ? addDays(closedUntil, 1) : day;

type Day = typeof accountDays.$inferSelect;

/** Postings added up by account, day and kind. */
function daysOf(rows: readonly (NewPosting & { readonly bookedOn: string })[]): Day[] {
  const days = new Map<string, Day>();
  for (const { accountId, contraId, bookedOn, kind, charge, currency, amountMinor } of rows) {
    const key = [accountId, bookedOn, contraId, kind, charge, currency].join(' ');
    const day = days.get(key);
    days.set(key, {
      ...{ accountId, contraId, bookedOn, kind, charge, currency },
      debitMinor: (day?.debitMinor ?? 0n) + (amountMinor > 0n ? amountMinor : 0n),
      creditMinor: (day?.creditMinor ?? 0n) + (amountMinor < 0n ? -amountMinor : 0n),
      postings: (day?.postings ?? 0) + 1,
    });
  }
  return [...days.values()];
}
