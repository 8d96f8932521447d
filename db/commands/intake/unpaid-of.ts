import 'server-only';
import { sql } from 'drizzle-orm';
import { allotCovers, type Leaving } from '@/db/commands/collection/allot-cover';
import type { Tx } from '@/db/connection';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { demands } from '@/db/schema';
import { admit } from '@/lib/clearance/admit';
import type { NewDemand } from '@/lib/collection/demands';
import { dayOf } from '@/lib/kernel/dates';
import type { RowContext } from './rows-of-consignment';
import type { Standing } from './standing';
import type { Effect, Placed } from './write-clearances';

/** Effects by which goods leave, where their lane lets them. */
const LEAVE: readonly Effect[] = ['new', 'lodge', 'release'];

/**
 * What of a batch may leave by its lane and waits for its payment or for the guarantee of its account, with the demand of each. What
 * waits already and goes on waiting is demanded by its new charges.
 */
export async function unpaidOf(
  tx: Tx,
  placed: readonly Placed[],
  standings: ReadonlyMap<string, Standing>,
  { partnerId, receivedOn, receivedAt }: Pick<RowContext, 'partnerId' | 'receivedOn' | 'receivedAt'>,
): Promise<ReadonlyMap<string, NewDemand>> {
  const leavingOf = ({ good }: Placed): Leaving => {
    const { dutyMinor, vatMinor, feesMinor } = good.assessment.charges;
    return {
      consignmentId: good.consignmentId,
      receivedOn: standings.get(good.consignmentId)?.receivedOn ?? receivedOn,
      partnerId,
      model: good.record.collectionModel,
      owedMinor: dutyMinor + vatMinor + feesMinor,
    };
  };
  const isWaiting = ({ good, effect }: Placed) =>
    effect === 'keep' && standings.get(good.consignmentId)?.clearance.status === 'awaiting_payment';
  await demandAnew(tx, placed.filter(isWaiting).map(leavingOf));
  const leaving = placed.filter(({ good, effect }) => LEAVE.includes(effect) && admit(good.lane) === 'released');
  return allotCovers(tx, leaving.map(leavingOf), await policyInForce(tx, dayOf(receivedAt)), receivedAt);
}

/** What owes nothing any more leaves by itself, soon after. */
async function demandAnew(tx: Tx, waiting: readonly Leaving[]): Promise<void> {
  const owing = waiting.filter(({ owedMinor }) => owedMinor > 0n);
  if (owing.length === 0) return;
  const asked = owing.map(({ consignmentId, owedMinor }) => ({ id: consignmentId, amount: owedMinor.toString() }));
  await tx.execute(sql`
    update ${demands} w set amount_minor = k.amount
    from json_to_recordset(${JSON.stringify(asked)}::json) as k(id uuid, amount bigint)
    where w.consignment_id = k.id and w.settled_at is null`);
}
