import 'server-only';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { now } from '@/db/clock';
import { inTransaction } from '@/db/transaction';
import { decideHolder } from '@/lib/clearance/decide-claim';
import { GIVE_BACK_INPUT } from '@/lib/clearance/inputs';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { refuse } from '@/lib/kernel/errors';
import { accept, lockSeen } from './change/open-change';
import { recordEvent } from './change/record-event';
import { type Changed, changedOf, UNCLAIMED } from './change/write-change';
import { writeClaim } from './change/write-claim';

/** Puts the officer's own consignment back into the queue. @throws RefusedError `claim.not_held`, `claim.*`, `row.*` */
export async function giveBackClaim(
  actor: Actor,
  input: z.input<typeof GIVE_BACK_INPUT>,
  at = now(),
): Promise<Changed> {
  authorise(actor, 'clearance.claim');
  const wish = parseInput(GIVE_BACK_INPUT, input);
  return inTransaction(async (tx) => {
    const { row, claim } = await lockSeen(tx, actor, wish, at);
    if (accept(decideHolder(claim, actor.id, at)).holder !== 'self') throw refuse('claim.not_held');
    const after = await writeClaim(tx, row, UNCLAIMED);
    await recordEvent(tx, actor, row, 'given_back', { claimNumber: row.claimNumber, note: wish.note }, at);
    await writeAudit(
      tx,
      actor,
      {
        action: 'clearance.give_back',
        subjectType: 'consignment',
        subjectId: row.consignmentId,
        officeId: row.officeId,
        details: { claimNumber: row.claimNumber },
        reason: wish.note,
      },
      at,
    );
    return changedOf(after);
  });
}
