import 'server-only';
import { allotCovers, demandAnew, lockCoverOf } from '@/db/commands/collection/allot-cover';
import type { Tx } from '@/db/connection';
import { besideCharges } from '@/db/queries/collection/owed-to-leave';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { admit } from '@/lib/clearance/admit';
import type { Leaving, NewDemand } from '@/lib/collection/demands';
import { NOTHING_BESIDE, owedToLeave } from '@/lib/collection/dues';
import { dayOf } from '@/lib/kernel/dates';
import type { RowContext } from './rows-of-consignment';
import type { Standing } from './standing';
import type { Effect, Placed } from './write-clearances';

/** Effects by which goods leave, where their lane lets them. */
const LEAVE: readonly Effect[] = ['new', 'lodge', 'release'];
/** Effects that leave goods where they stand. */
const STAY: readonly Effect[] = ['keep', 'relane'];

/**
 * What of a batch may leave by its lane and waits for its payment or for the guarantee of its account, with the demand of each. What
 * waits already and goes on waiting is demanded by its new charges, on the account its new data name.
 */
export async function unpaidOf(
  tx: Tx,
  placed: readonly Placed[],
  standings: ReadonlyMap<string, Standing>,
  { partnerId, receivedOn, receivedAt }: Pick<RowContext, 'partnerId' | 'receivedOn' | 'receivedAt'>,
): Promise<ReadonlyMap<string, NewDemand>> {
  const isWaiting = ({ good, effect }: Placed) =>
    STAY.includes(effect) && standings.get(good.consignmentId)?.clearance.status === 'awaiting_payment';
  const waiting = placed.filter(isWaiting);
  const leaving = placed.filter(({ good, effect }) => LEAVE.includes(effect) && admit(good.lane) === 'released');
  const known = [...waiting, ...leaving].flatMap(({ good }) => standings.get(good.consignmentId) ?? []);
  const beside = await besideCharges(tx, known);
  const leavingOf = ({ good: { consignmentId, assessment, record } }: Placed): Leaving => {
    const { dutyMinor, vatMinor, feesMinor } = assessment.charges;
    const standing = standings.get(consignmentId);
    return {
      consignmentId,
      receivedOn: standing?.receivedOn ?? receivedOn,
      partnerId,
      model: record.collectionModel,
      owedMinor: owedToLeave(dutyMinor + vatMinor + feesMinor, beside.get(consignmentId) ?? NOTHING_BESIDE),
      wasHere: standing !== undefined,
    };
  };
  const policy = await policyInForce(tx, dayOf(receivedAt));
  const [stay, leave] = [waiting.map(leavingOf), leaving.map(leavingOf)];
  // Whoever opens an account and then waits for cover would meet who has the cover and waits for the account.
  await lockCoverOf(tx, [...stay, ...leave], policy, receivedAt);
  await demandAnew(tx, stay, policy, receivedAt);
  return allotCovers(tx, leave, policy, receivedAt);
}
