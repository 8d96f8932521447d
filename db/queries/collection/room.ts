import 'server-only';
import { sql } from 'drizzle-orm';
import type { Executor } from '@/db/connection';
import type { Room } from '@/lib/collection/cover';

/**
 * How much of its limit each account uses, below nothing where money is in hand: what is owed, posted or reserved. Money that was paid for
 * one consignment is in the balance, and is not there for others as long as that one waits. Everybody who asks what a guarantee still
 * covers, or what is in hand, goes by this.
 */
export async function usedOf(from: Executor, accountIds: readonly string[]): Promise<ReadonlyMap<string, bigint>> {
  const ids = sql.param([...accountIds]);
  const { rows } = await from.execute<{ id: string; used: string }>(sql`
    select k.id, (coalesce(owed.minor, 0) + coalesce(reserved.minor, 0) + coalesce(spoken.minor, 0))::text as used
    from unnest(${ids}::text[]) as k(id)
    left join (select account_id, sum(debit_minor - credit_minor) as minor from revenue.account_days
      where account_id = any(${ids}::text[]) group by account_id) as owed on owed.account_id = k.id
    left join (select account_id, sum(amount_minor) as minor from revenue.reservations
      where account_id = any(${ids}::text[]) group by account_id) as reserved on reserved.account_id = k.id
    left join (select account_id, sum(paid_minor) as minor from revenue.demands
      where account_id = any(${ids}::text[]) and settled_at is null and paid_minor > 0 group by account_id) as spoken
      on spoken.account_id = k.id`);
  return new Map(rows.map((row) => [row.id, BigInt(row.used)]));
}

/** What still fits on each account: its limit less what is used of it. */
export async function roomOf(
  from: Executor,
  limits: ReadonlyMap<string, { readonly limitMinor: bigint }>,
): Promise<Room> {
  const used = await usedOf(from, [...limits.keys()]);
  return new Map([...limits].map(([id, { limitMinor }]) => [id, limitMinor - (used.get(id) ?? 0n)]));
}
