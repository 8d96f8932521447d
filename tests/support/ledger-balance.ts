import { sql } from 'drizzle-orm';
import { expect } from 'vitest';
import { postConsignments } from '@/db/commands/collection/post-dues';
import { postDues } from '@/db/jobs/post-dues';
import { db } from '@/db/connection';
import { chargeables, postedDues } from '@/db/queries/collection/chargeables';
import { accountDays, clearances, notedDues, postings } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { duesOf, entriesOf, toPost } from '@/lib/collection/dues';

/** Posts all that was noted, as the job does. */
export const postAll = (at: Date) => postDues(new AbortController().signal, at);

/**
 * What was posted of each consignment is what it owes, entries sum to nothing, days of accounts hold the sums of their postings, and
 * nothing is left to post.
 */
export async function expectLedgerToAgree(at: Date): Promise<void> {
  expect(await db().select().from(notedDues)).toEqual([]);
  const keys = await db()
    .select({ consignmentId: clearances.consignmentId, receivedOn: clearances.receivedOn })
    .from(clearances);
  await inTransaction(async (tx) => {
    const goods = await chargeables(tx, keys);
    const posted = await postedDues(
      tx,
      keys.map(({ consignmentId }) => consignmentId),
    );
    for (const one of goods) expect(toPost(posted.get(one.consignmentId) ?? [], duesOf(one))).toEqual([]);
    expect(await postConsignments(tx, keys, at)).toBe(0);
  });
  const rows = await db().select().from(postings);
  const balances = new Map<string, bigint>();
  for (const entry of rows.flatMap(entriesOf)) {
    balances.set(entry.accountId, (balances.get(entry.accountId) ?? 0n) + entry.minor);
  }
  expect([...balances.values()].reduce((sum, minor) => sum + minor, 0n)).toBe(0n);
  const { rows: days } = await db().execute<{ account_id: string; net: string }>(sql`
    select account_id, sum(debit_minor - credit_minor)::text as net from ${accountDays} group by account_id`);
  for (const { account_id, net } of days) expect(balances.get(account_id) ?? 0n).toBe(BigInt(net));
}
