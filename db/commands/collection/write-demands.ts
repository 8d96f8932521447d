import 'server-only';
import { and, inArray, isNull, sql } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { insertSet, setExcluded } from '@/db/insert-set';
import { demands } from '@/db/schema';
import type { NewDemand } from '@/lib/collection/demands';
import { demandNumber } from '@/lib/collection/payment-reference';

/*
 * Whoever writes demands holds the clearances of their consignments: in this order by everybody, so that nobody waits crosswise.
 */

/**
 * Demands of consignments that are to wait. One that waits already keeps its place and what was paid for it, as long as it waits on the
 * same account; one that is opened anew, or on another account, begins with nothing paid: the money paid before is in hand where it was
 * paid, and may have gone elsewhere.
 */
export async function writeDemands(tx: Tx, demanded: readonly NewDemand[], at: Date): Promise<void> {
  await insertSet(
    tx,
    demands,
    demanded.map((demand) => ({
      ...demand,
      number: demandNumber(demand.consignmentId),
      paidMinor: 0n,
      demandedAt: at,
      settledAt: null,
    })),
    sql`on conflict (consignment_id) do update set
      demanded_at = case when demands.settled_at is null then demands.demanded_at else excluded.demanded_at end,
      paid_minor = case when demands.settled_at is null and demands.account_id = excluded.account_id
        then demands.paid_minor else 0 end,
      ${setExcluded(demands, ['receivedOn', 'accountId', 'waitsFor', 'amountMinor', 'currency', 'ground', 'settledAt'])}`,
  );
}

/** What left, or will not leave, waits for no payment any more; what was paid for it is money in hand. */
export async function settleDemands(tx: Tx, consignmentIds: readonly string[], at: Date): Promise<void> {
  if (consignmentIds.length === 0) return;
  await tx
    .update(demands)
    .set({ settledAt: at })
    .where(and(inArray(demands.consignmentId, [...consignmentIds]), isNull(demands.settledAt)));
}

/** Counts payments for what waits on the account they were paid to. What waits no more, or elsewhere, leaves them in hand. */
export async function payDemands(
  tx: Tx,
  paid: readonly { readonly consignmentId: string; readonly accountId: string; readonly amountMinor: bigint }[],
): Promise<void> {
  if (paid.length === 0) return;
  const sums = new Map<string, { readonly id: string; readonly account: string; readonly paid: bigint }>();
  for (const { consignmentId: id, accountId: account, amountMinor } of paid) {
    const key = `${id} ${account}`;
    sums.set(key, { id, account, paid: (sums.get(key)?.paid ?? 0n) + amountMinor });
  }
  const asked = [...sums.values()].map((one) => ({ ...one, paid: one.paid.toString() }));
  await tx.execute(sql`
    update ${demands} w set paid_minor = w.paid_minor + k.paid
    from json_to_recordset(${JSON.stringify(asked)}::json) as k(id uuid, account text, paid bigint)
    where w.consignment_id = k.id and w.account_id = k.account and w.settled_at is null`);
}
