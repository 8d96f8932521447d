import 'server-only';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { USER_WITH_REASON_INPUT } from '@/lib/identity/inputs';
import { authorise } from '@/lib/identity/permissions';
import { endSessionsOf, userToChange } from './user-scope';

/** Ends every session of somebody, who may sign in again. @throws NotFoundError, RefusedError `own_account` */
export async function endUserSessions(
  actor: Actor,
  input: z.input<typeof USER_WITH_REASON_INPUT>,
  at = new Date(),
): Promise<{ ended: number }> {
  authorise(actor, 'admin.users');
  const { userId, reason } = parseInput(USER_WITH_REASON_INPUT, input);
  return inTransaction(async (tx) => {
    await userToChange(tx, actor, userId);
    const ended = await endSessionsOf(tx, userId, at);
    if (ended > 0) {
      await writeAudit(
        tx,
        actor,
        {
          action: 'identity.end_sessions',
          subjectType: 'user',
          subjectId: userId,
          reason,
          details: { sessionsEnded: ended },
        },
        at,
      );
    }
    return { ended };
  });
}
