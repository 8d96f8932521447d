import 'server-only';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { now } from '@/db/clock';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { inTransaction } from '@/db/transaction';
import { decideHolder, leaseUntil } from '@/lib/clearance/decide-claim';
import { CLAIM_INPUT } from '@/lib/clearance/inputs';
import { parseInput } from '@/lib/clearance/parse-input';
import { nextStatus } from '@/lib/clearance/transitions';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { accept, lockSeen } from './change/open-change';
import { recordEvent } from './change/record-event';
import { type Changed, changedOf, claimColumns } from './change/write-change';
import { writeClaim } from './change/write-claim';

/** Takes a consignment for the officer for the length of a lease. @throws RefusedError `claim.held`, `claim.expired`, `status.*`, `row.*` */
export async function claimConsignment(actor: Actor, input: z.input<typeof CLAIM_INPUT>, at = now()): Promise<Changed> {
  authorise(actor, 'clearance.claim');
  const wish = parseInput(CLAIM_INPUT, input);
  return inTransaction(async (tx) => {
    const { row, claim } = await lockSeen(tx, actor, wish, at);
    accept(nextStatus('claim', row.status));
    const isOwnExpired = row.claimedBy === actor.id && row.leaseUntil !== null && row.leaseUntil <= at;
    const holder = isOwnExpired ? 'nobody' : accept(decideHolder(claim, actor.id, at)).holder;
    const { leaseMinutes } = await policyInForce(tx, dayOf(at));
    const isNew = holder === 'nobody';
    const set = isNew ? claimColumns(row, actor, at, leaseMinutes) : { leaseUntil: leaseUntil(at, leaseMinutes) };
    const after = await writeClaim(tx, row, set);
    if (isNew) await recordEvent(tx, actor, row, 'claimed', { claimNumber: after.claimNumber }, at);
    await writeAudit(
      tx,
      actor,
      {
        action: isNew ? 'clearance.claim' : 'clearance.keep_claim',
        subjectType: 'consignment',
        subjectId: row.consignmentId,
        officeId: row.officeId,
        details: { claimNumber: after.claimNumber },
      },
      at,
    );
    return changedOf(after);
  });
}
