import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { exchangeCounterparts } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import { DECIDE_COUNTERPART_INPUT } from '@/lib/cooperation/inputs';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { requireConfirmed } from '@/lib/identity/step-up';
import { NotFoundError, refuse } from '@/lib/kernel/errors';

/**
 * Approves an administration, whose fingerprint was compared with it by another way, or refuses it. Somebody else decides than proposed.
 * @throws NotFoundError; RefusedError `confirmation_needed`, `cooperation.own`, `cooperation.state`, `changed_meanwhile`
 */
export async function decideCounterpart(
  actor: Actor,
  input: z.input<typeof DECIDE_COUNTERPART_INPUT>,
  at = new Date(),
): Promise<void> {
  authorise(actor, 'cooperation.decide');
  requireConfirmed(actor, at);
  const { counterpartId, rowVersion, verdict, reason } = parseInput(DECIDE_COUNTERPART_INPUT, input);
  await inTransaction(async (tx) => {
    const ofCounterpart = eq(exchangeCounterparts.counterpartId, counterpartId);
    const [found] = await tx.select().from(exchangeCounterparts).where(ofCounterpart);
    if (!found) throw new NotFoundError('counterpart');
    if (found.proposedBy === actor.id) throw refuse('cooperation.own');
    if (found.state !== 'proposed') throw refuse('cooperation.state');
    const decided = { decidedBy: actor.id, decidedByName: actor.name, decidedAt: at, decisionNote: reason };
    const changed = await tx
      .update(exchangeCounterparts)
      .set({ state: verdict === 'approve' ? 'approved' : 'refused', ...decided, rowVersion: rowVersion + 1 })
      .where(
        and(ofCounterpart, eq(exchangeCounterparts.state, 'proposed'), eq(exchangeCounterparts.rowVersion, rowVersion)),
      )
      .returning({ id: exchangeCounterparts.counterpartId });
    if (changed.length === 0) throw refuse('changed_meanwhile');
    await writeAudit(
      tx,
      actor,
      {
        action: verdict === 'approve' ? 'cooperation.approve_counterpart' : 'cooperation.refuse_counterpart',
        subjectType: 'counterpart',
        subjectId: counterpartId,
        officeId: null,
        reason,
        details: { administration: found.code, fingerprint: found.fingerprint },
      },
      at,
    );
  });
}
