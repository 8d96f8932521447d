import 'server-only';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { USER_WITH_REASON_INPUT } from '@/lib/identity/inputs';
import { authorise } from '@/lib/identity/permissions';
import { requireConfirmed } from '@/lib/identity/step-up';
import { refuse } from '@/lib/kernel/errors';
import { dropTotp } from './take-code';
import { endSessionsOf, userToChange } from './user-scope';

/**
 * Takes the second factor of somebody away who lost it and their recovery codes, and ends their sessions.
 * @throws NotFoundError; RefusedError `own_account`, `totp.none`, `confirmation_needed`
 */
export async function resetTotp(
  actor: Actor,
  input: z.input<typeof USER_WITH_REASON_INPUT>,
  at = new Date(),
): Promise<void> {
  authorise(actor, 'admin.users');
  const { userId, reason } = parseInput(USER_WITH_REASON_INPUT, input);
  requireConfirmed(actor, at);
  await inTransaction(async (tx) => {
    await userToChange(tx, actor, userId);
    if (!(await dropTotp(tx, userId))) throw refuse('totp.none');
    const sessionsEnded = await endSessionsOf(tx, userId, at);
    await writeAudit(
      tx,
      actor,
      { action: 'admin.reset_totp', subjectType: 'user', subjectId: userId, reason, details: { sessionsEnded } },
      at,
    );
  });
}
