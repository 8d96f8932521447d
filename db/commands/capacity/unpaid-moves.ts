import 'server-only';
import { allotCovers } from '@/db/commands/collection/allot-cover';
import type { Tx } from '@/db/connection';
import { leavingNow } from '@/db/queries/collection/owed-to-leave';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import type { Move } from '@/lib/capacity/select-day';
import { dayOf } from '@/lib/kernel/dates';

type Leaves = Move & { readonly receivedOn: string };

/** What would leave for want of a slot and waits for its payment, or for the guarantee of its account. */
export async function unpaidAmong(tx: Tx, moves: readonly Leaves[], at: Date): Promise<ReadonlySet<string>> {
  const leaving = moves.filter(({ selection }) => selection.control === null);
  if (leaving.length === 0) return new Set();
  const goods = await leavingNow(
    tx,
    leaving.map(({ id, receivedOn }) => ({ consignmentId: id, receivedOn })),
  );
  return new Set((await allotCovers(tx, goods, await policyInForce(tx, dayOf(at)), at)).keys());
}
