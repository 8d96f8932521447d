import 'server-only';
import { allotCovers } from '@/db/commands/collection/allot-cover';
import type { Tx } from '@/db/connection';
import { appealsOf } from '@/db/queries/appeals/load-appeals';
import { chargeables } from '@/db/queries/collection/chargeables';
import { owedOf } from '@/lib/collection/dues';
import type { OpenChange } from './open-change';

/**
 * Where a release leads: out, or to wait for its payment, where the law lets goods under this model of collection leave once they are
 * paid. What an appeal secured or paid beforehand counts. What leaves under a limit is reserved on its account.
 */
export async function releasedOrUnpaid(
  tx: Tx,
  { row, policy, at }: OpenChange,
): Promise<'released' | 'awaiting_payment'> {
  const { consignmentId, receivedOn, partnerId } = row;
  const [goods] = await chargeables(tx, [{ consignmentId, receivedOn }]);
  if (!goods) return 'released';
  const secured = (await appealsOf(tx, consignmentId)).reduce((sum, { securedMinor }) => sum + securedMinor, 0n);
  const owedMinor = owedOf(goods) - secured;
  const leaving = { consignmentId, receivedOn, partnerId, model: goods.collectionModel, owedMinor };
  const unpaid = await allotCovers(tx, [leaving], policy, at);
  return unpaid.has(consignmentId) ? 'awaiting_payment' : 'released';
}
