import 'server-only';
import { sql } from 'drizzle-orm';
import type { Executor } from '@/db/connection';
import type { Room } from '@/lib/collection/cover';

/**
 * What still fits on each account: its limit less what is owed, posted or reserved. Money that was paid for one consignment is in the
 * balance, and is not there for others as long as that one waits.
 */
export async function roomOf(
  from: Executor,
  limits: ReadonlyMap<string, { readonly limitMinor: bigint }>,
): Promise<Room> {
  const ids = sql.param([...limits.keys()]);
  const { rows } = await from.execute<{ id: string; used: string }>(sql`
    select k.id, (coalesce(owed.minor, 0) + coalesce(reserved.minor, 0) + coalesce(spoken.minor, 0))::text as used
    from unnest(${ids}::text[]) as k(id)
    left join (select account_id, sum(debit_minor - credit_minor) as minor from revenue.account_days
      where account_id = any(${ids}::text[]) group by account_id) as owed on owed.account_id = k.id
    left join (select account_id, sum(amount_minor) as minor from revenue.reservations
      where account_id = any(${ids}::text[]) group by account_id) as reserved on reserved.account_id = k.id
    left join (select w.account_id, sum(p.amount_minor) as minor from revenue.demands w
      join revenue.payment_matches m on m.pays_for = w.consignment_id
      join revenue.payments p on p.payment_id = m.payment_id
      where w.account_id = any(${ids}::text[]) and w.settled_at is null group by w.account_id) as spoken
      on spoken.account_id = k.id`);
  const used = new Map(rows.map((row) => [row.id, BigInt(row.used)]));
  return new Map([...limits].map(([id, { limitMinor }]) => [id, limitMinor - (used.get(id) ?? 0n)]));
}
