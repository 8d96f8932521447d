import 'server-only';
import { demandAnew } from '@/db/commands/collection/allot-cover';
import { settleDemands } from '@/db/commands/collection/write-demands';
import type { Tx } from '@/db/connection';
import { leavingNow } from '@/db/queries/collection/owed-to-leave';
import { type Act, mayComeToLeave } from '@/lib/clearance/transitions';
import type { ClearanceRow, OpenChange } from './open-change';

/** Acts after which goods that wait owe something else than before, or wait again. What a release demands is demanded by it. */
const DEMANDED_ANEW: readonly Act[] = ['undo', 'reject', 'appeal', 'decide_appeal'];

/**
 * Keeps what is demanded of a consignment by where it stands: what left, or is kept, refused or taken, waits for no payment, so that none
 * is taken for it and what was paid can be paid back; what waits again is demanded anew, by what it owes then.
 */
export async function followDemand(tx: Tx, { act, row, policy, at }: OpenChange, after: ClearanceRow): Promise<void> {
  if (mayComeToLeave(row.status) && !mayComeToLeave(after.status)) {
    await settleDemands(tx, [row.consignmentId], at);
  }
  if (after.status === 'awaiting_payment' && DEMANDED_ANEW.includes(act)) {
    await demandAnew(tx, await leavingNow(tx, [row]), policy, at);
  }
}
