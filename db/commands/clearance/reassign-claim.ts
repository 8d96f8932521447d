import 'server-only';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { now } from '@/db/clock';
import type { Tx } from '@/db/connection';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { userOffices, users } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { REASSIGN_INPUT } from '@/lib/clearance/inputs';
import { parseInput } from '@/lib/clearance/parse-input';
import { nextStatus } from '@/lib/clearance/transitions';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { refuse } from '@/lib/kernel/errors';
import { accept, lockSeen } from './change/open-change';
import { recordEvent } from './change/record-event';
import { type Changed, changedOf, claimColumns, UNCLAIMED } from './change/write-change';
import { writeClaim } from './change/write-claim';

/**
 * Gives a consignment to another officer of its office, or with `toUserId` null back to the queue, whoever holds it. A write of
 * the former holder is fenced off. @throws RefusedError `claim.unknown_officer`, `status.*`, `row.*`
 */
export async function reassignClaim(actor: Actor, input: z.input<typeof REASSIGN_INPUT>, at = now()): Promise<Changed> {
  authorise(actor, 'clearance.reassign');
  const wish = parseInput(REASSIGN_INPUT, input);
  return inTransaction(async (tx) => {
    const { row } = await lockSeen(tx, actor, wish, at);
    accept(nextStatus('claim', row.status));
    const officer = wish.toUserId ? await officerOf(tx, wish.toUserId, row.officeId) : null;
    const { leaseMinutes } = await policyInForce(tx, dayOf(at));
    const set = officer ? claimColumns(row, officer, at, leaseMinutes) : UNCLAIMED;
    const after = await writeClaim(tx, row, set);
    const parts = { from: row.claimedBy, to: wish.toUserId, claimNumber: after.claimNumber };
    const names = { from: row.claimedByName, to: officer?.name ?? null, note: wish.note };
    await recordEvent(tx, actor, row, 'reassigned', names, at);
    await writeAudit(
      tx,
      actor,
      {
        action: 'clearance.reassign',
        subjectType: 'consignment',
        subjectId: row.consignmentId,
        officeId: row.officeId,
        details: parts,
        reason: wish.note,
      },
      at,
    );
    return changedOf(after);
  });
}

async function officerOf(tx: Tx, userId: string, officeId: string): Promise<{ id: string; name: string }> {
  const [officer] = await tx
    .select({ id: users.id, name: users.name })
    .from(users)
    .innerJoin(userOffices, eq(userOffices.userId, users.id))
    .where(
      and(
        eq(users.id, userId),
        eq(userOffices.officeId, officeId),
        inArray(users.role, ['officer', 'supervisor']),
        isNull(users.disabledAt),
      ),
    );
  if (!officer) throw refuse('claim.unknown_officer');
  return officer;
}
