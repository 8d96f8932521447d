import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { trustStatuses } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { NotFoundError, refuse } from '@/lib/kernel/errors';
import { SUSPEND_TRUST_INPUT } from '@/lib/partnership/inputs';

/**
 * Suspends trust at once, for a reason the partner reads: one person suffices to take it away. It comes back by a new proposal only.
 * @throws NotFoundError; RefusedError `trust.not_granted`
 */
export async function suspendTrust(
  actor: Actor,
  input: z.input<typeof SUSPEND_TRUST_INPUT>,
  at = new Date(),
): Promise<void> {
  authorise(actor, 'trust.suspend');
  const { statusId, reason } = parseInput(SUSPEND_TRUST_INPUT, input);
  await inTransaction(async (tx) => {
    const [status] = await tx.select().from(trustStatuses).where(eq(trustStatuses.statusId, statusId));
    if (!status) throw new NotFoundError('trust');
    const ended = { endedBy: actor.id, endedByName: actor.name, endedAt: at, endReason: reason };
    const written = await tx
      .update(trustStatuses)
      .set({ state: 'suspended', ...ended })
      .where(and(eq(trustStatuses.statusId, statusId), eq(trustStatuses.state, 'granted')))
      .returning({ statusId: trustStatuses.statusId });
    if (written.length === 0) throw refuse('trust.not_granted');
    const details = { partnerId: status.partnerId, trustLevel: status.level };
    await writeAudit(
      tx,
      actor,
      { action: 'trust.suspend', subjectType: 'trust', subjectId: statusId, reason, details },
      at,
    );
  });
}
