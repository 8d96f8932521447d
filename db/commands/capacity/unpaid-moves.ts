import 'server-only';
import { allotCovers } from '@/db/commands/collection/allot-cover';
import type { Tx } from '@/db/connection';
import { chargeables } from '@/db/queries/collection/chargeables';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import type { Move } from '@/lib/capacity/select-day';
import { owedOf } from '@/lib/collection/dues';
import { dayOf } from '@/lib/kernel/dates';

type Leaves = Move & { readonly receivedOn: string };

/** What would leave for want of a slot and waits for its payment, or for the guarantee of its account. */
export async function unpaidAmong(tx: Tx, moves: readonly Leaves[], at: Date): Promise<ReadonlySet<string>> {
  const leaving = moves.filter(({ selection }) => selection.control === null);
  if (leaving.length === 0) return new Set();
  const goods = await chargeables(
    tx,
    leaving.map(({ id, receivedOn }) => ({ consignmentId: id, receivedOn })),
  );
  const days = new Map(leaving.map(({ id, receivedOn }) => [id, receivedOn]));
  const asked = goods.map(({ consignmentId, partnerId, collectionModel: model, ...one }) => {
    const owedMinor = owedOf({ ...one, partnerId, collectionModel: model });
    return { consignmentId, receivedOn: days.get(consignmentId) ?? '', partnerId, model, owedMinor };
  });
  return new Set((await allotCovers(tx, asked, await policyInForce(tx, dayOf(at)), at)).keys());
}
