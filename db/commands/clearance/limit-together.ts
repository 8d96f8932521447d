import 'server-only';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { togetherLimitsOf } from '@/db/queries/clearance/together-limits';
import { togetherLimits } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { LIMIT_TOGETHER_INPUT } from '@/lib/clearance/inputs';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { NotFoundError, refuse } from '@/lib/kernel/errors';

/**
 * Sets how many consignments an office lets leave together, up to which score, and whether those among them that found no slot.
 * @throws NotFoundError of another office; RefusedError `together_limits_changed` with who was faster and when
 */
export async function limitTogether(
  actor: Actor,
  input: z.input<typeof LIMIT_TOGETHER_INPUT>,
  at = new Date(),
): Promise<{ readonly revision: number }> {
  authorise(actor, 'clearance.limit_together');
  const { officeId, revision: seen, reason, ...limits } = parseInput(LIMIT_TOGETHER_INPUT, input);
  if (!actor.officeIds.includes(officeId)) throw new NotFoundError('office');
  return inTransaction(async (tx) => {
    const { rowsMax, scoreMax, takesNoSlot, revision: last } = await togetherLimitsOf(tx, officeId);
    const revision = seen + 1;
    const changedBy = { reason, changedBy: actor.id, changedByName: actor.name, changedAt: at };
    const written =
      last === seen
        ? await tx
            .insert(togetherLimits)
            .values({ officeId, revision, ...limits, ...changedBy })
            .onConflictDoNothing()
            .returning({ revision: togetherLimits.revision })
        : [];
    if (written.length === 0) {
      const { changed } = await togetherLimitsOf(tx, officeId);
      throw refuse('together_limits_changed', { name: changed?.byName ?? '', at: changed?.at ?? '' });
    }
    await writeAudit(
      tx,
      actor,
      {
        action: 'clearance.limit_together',
        subjectType: 'office',
        subjectId: officeId,
        officeId,
        details: { before: { rowsMax, scoreMax, takesNoSlot }, after: limits, revision },
        reason,
      },
      at,
    );
    return { revision };
  });
}
