import 'server-only';
import { and, eq, gt } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { now } from '@/db/clock';
import { ofConsignment, withinScope } from '@/db/queries/clearance/scope';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { clearances } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { leaseUntil } from '@/lib/clearance/decide-claim';
import { KEEP_CLAIM_INPUT } from '@/lib/clearance/inputs';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { NotFoundError, refuse } from '@/lib/kernel/errors';

export type Kept = { readonly consignmentId: string; readonly leaseUntil: string };

/**
 * Prolongs the officer's lease, named by its fencing number. Nothing a decision rests on changes, so the row keeps its version.
 * @throws NotFoundError, RefusedError `claim.expired`
 */
export async function keepClaim(actor: Actor, input: z.input<typeof KEEP_CLAIM_INPUT>, at = now()): Promise<Kept> {
  authorise(actor, 'clearance.claim');
  const { consignmentId, claimNumber } = parseInput(KEEP_CLAIM_INPUT, input);
  return inTransaction(async (tx) => {
    const until = leaseUntil(at, (await policyInForce(tx, dayOf(at))).leaseMinutes);
    const theRow = and(ofConsignment(consignmentId), withinScope(actor));
    const [kept] = await tx
      .update(clearances)
      .set({ leaseUntil: until })
      .where(
        and(
          theRow,
          eq(clearances.claimedBy, actor.id),
          eq(clearances.claimNumber, claimNumber),
          gt(clearances.leaseUntil, at),
        ),
      )
      .returning({ officeId: clearances.officeId });
    if (!kept) {
      const [found] = await tx.select({ id: clearances.consignmentId }).from(clearances).where(theRow);
      throw found ? refuse('claim.expired') : new NotFoundError('consignment');
    }
    await writeAudit(
      tx,
      actor,
      {
        action: 'clearance.keep_claim',
        subjectType: 'consignment',
        subjectId: consignmentId,
        officeId: kept.officeId,
        details: { claimNumber },
      },
      at,
    );
    return { consignmentId, leaseUntil: until.toISOString() };
  });
}
