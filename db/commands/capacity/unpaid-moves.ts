import 'server-only';
import { and, eq, inArray } from 'drizzle-orm';
import { allotCovers, lockCover } from '@/db/commands/collection/allot-cover';
import type { Tx } from '@/db/connection';
import { leavingNow } from '@/db/queries/collection/owed-to-leave';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { clearances, consignments } from '@/db/schema';
import type { Move } from '@/lib/capacity/select-day';
import { borderDebtor } from '@/lib/collection/accounts';
import type { Leaving } from '@/lib/collection/demands';
import { dayOf } from '@/lib/kernel/dates';

type Leaves = Move & { readonly receivedOn: string };
export type Debtor = Pick<Leaving, 'partnerId' | 'model'>;

const leavingOf = (moves: readonly Leaves[]) => moves.filter(({ selection }) => selection.control === null);

/**
 * Takes the cover of all accounts that a transaction will allot of, those of what gives way and its own, in one order: who takes some, then
 * others, would meet who takes them the other way round. Nothing gives way: nothing is taken, and the own are taken when they are needed.
 */
export async function lockCoverOfMoves(
  tx: Tx,
  moves: readonly Leaves[],
  own: readonly Debtor[],
  at: Date,
): Promise<void> {
  const leaving = leavingOf(moves);
  if (leaving.length === 0) return;
  const { currency } = await policyInForce(tx, dayOf(at));
  const days = [...new Set(leaving.map(({ receivedOn }) => receivedOn))];
  const ids = leaving.map(({ id }) => id);
  const owing = await tx
    .select({ partnerId: clearances.partnerId, model: consignments.collectionModel })
    .from(clearances)
    .innerJoin(
      consignments,
      and(eq(consignments.consignmentId, clearances.consignmentId), eq(consignments.receivedOn, clearances.receivedOn)),
    )
    .where(and(inArray(clearances.consignmentId, ids), inArray(clearances.receivedOn, days)));
  await lockCover(
    tx,
    [...owing, ...own].map(({ model, partnerId }) => borderDebtor(model, partnerId, currency).accountId),
  );
}

/** What would leave for want of a slot and waits for its payment, or for the guarantee of its account. */
export async function unpaidAmong(tx: Tx, moves: readonly Leaves[], at: Date): Promise<ReadonlySet<string>> {
  const leaving = leavingOf(moves);
  if (leaving.length === 0) return new Set();
  const goods = await leavingNow(
    tx,
    leaving.map(({ id, receivedOn }) => ({ consignmentId: id, receivedOn })),
  );
  return new Set((await allotCovers(tx, goods, await policyInForce(tx, dayOf(at)), at)).keys());
}
