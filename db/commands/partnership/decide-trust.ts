import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { trustStatuses } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { NotFoundError, refuse } from '@/lib/kernel/errors';
import { DECIDE_TRUST_INPUT } from '@/lib/partnership/inputs';
import { lockPartner } from './partner-of';

/**
 * Grants or rejects trust that another person proposed; what is granted takes the place of what held before, from the next batch on.
 * @throws NotFoundError; RefusedError `trust.own_proposal`, `trust.settled` where somebody was faster, `trust.lapsed`
 */
export async function decideTrust(
  actor: Actor,
  input: z.input<typeof DECIDE_TRUST_INPUT>,
  at = new Date(),
): Promise<void> {
  authorise(actor, 'trust.decide');
  const { statusId, verdict, note } = parseInput(DECIDE_TRUST_INPUT, input);
  await inTransaction(async (tx) => {
    const [status] = await tx.select().from(trustStatuses).where(eq(trustStatuses.statusId, statusId));
    if (!status) throw new NotFoundError('trust');
    const { partnerId, level, drawPercent, validTo } = status;
    if (status.proposedBy === actor.id) throw refuse('trust.own_proposal');
    await lockPartner(tx, partnerId);
    const isGranted = verdict === 'grant';
    if (isGranted && validTo <= dayOf(at)) throw refuse('trust.lapsed');
    const by = { endedBy: actor.id, endedByName: actor.name, endedAt: at };
    if (isGranted)
      await tx
        .update(trustStatuses)
        .set({ state: 'replaced', ...by })
        .where(and(eq(trustStatuses.partnerId, partnerId), eq(trustStatuses.state, 'granted')));
    const decided = { decidedBy: actor.id, decidedByName: actor.name, decidedAt: at, decisionNote: note };
    const written = await tx
      .update(trustStatuses)
      .set({ state: isGranted ? 'granted' : 'rejected', ...decided })
      .where(and(eq(trustStatuses.statusId, statusId), eq(trustStatuses.state, 'proposed')))
      .returning({ statusId: trustStatuses.statusId });
    if (written.length === 0) throw refuse('trust.settled');
    await writeAudit(
      tx,
      actor,
      {
        action: isGranted ? 'trust.grant' : 'trust.reject',
        subjectType: 'trust',
        subjectId: statusId,
        reason: note,
        details: { partnerId, trustLevel: level, drawPercent, validTo, proposedBy: status.proposedByName },
      },
      at,
    );
  });
}
