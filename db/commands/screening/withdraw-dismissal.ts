import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { dismissedWithin } from '@/db/queries/screening/list-dismissals';
import { dismissals } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { NotFoundError, refuse } from '@/lib/kernel/errors';
import { WITHDRAW_DISMISSAL_INPUT } from '@/lib/screening/inputs';

/** Takes a dismissal back: from the next consignment on the party is selected for the entry again. @throws NotFoundError; RefusedError `dismissal.withdrawn` */
export async function withdrawDismissal(
  actor: Actor,
  input: z.input<typeof WITHDRAW_DISMISSAL_INPUT>,
  at = new Date(),
): Promise<void> {
  authorise(actor, 'screening.dismiss');
  const { dismissalId, reason } = parseInput(WITHDRAW_DISMISSAL_INPUT, input);
  await inTransaction(async (tx) => {
    const one = and(eq(dismissals.id, dismissalId), dismissedWithin(actor));
    const [found] = await tx.select().from(dismissals).where(one);
    if (!found) throw new NotFoundError('dismissal');
    const withdrawn = await tx
      .update(dismissals)
      .set({ withdrawnAt: at, withdrawnByName: actor.name })
      .where(and(one, isNull(dismissals.withdrawnAt)))
      .returning({ id: dismissals.id });
    if (withdrawn.length === 0) throw refuse('dismissal.withdrawn');
    const { consignmentId, officeId, party, list, entryId, edition } = found;
    await writeAudit(
      tx,
      actor,
      {
        action: 'screening.withdraw_dismissal',
        subjectType: 'consignment',
        subjectId: consignmentId,
        officeId,
        details: { dismissalId, party, list, entry: entryId, edition },
        reason,
      },
      at,
    );
  });
}
