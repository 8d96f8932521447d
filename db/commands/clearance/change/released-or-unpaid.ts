import 'server-only';
import { allotCovers } from '@/db/commands/collection/allot-cover';
import type { Tx } from '@/db/connection';
import { leavingNow } from '@/db/queries/collection/owed-to-leave';
import type { OpenChange } from './open-change';

/**
 * Where a release leads: out, or to wait for its payment, where the law lets goods under this model of collection leave once they are
 * paid. What an appeal secured or paid beforehand counts. What leaves under a limit is reserved on its account.
 */
export async function releasedOrUnpaid(
  tx: Tx,
  { row, policy, at }: OpenChange,
): Promise<'released' | 'awaiting_payment'> {
  const unpaid = await allotCovers(tx, await leavingNow(tx, [row]), policy, at);
  return unpaid.has(row.consignmentId) ? 'awaiting_payment' : 'released';
}
