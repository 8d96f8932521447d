import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { users } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { USER_WITH_REASON_INPUT } from '@/lib/identity/inputs';
import { authorise } from '@/lib/identity/permissions';
import { refuse } from '@/lib/kernel/errors';
import { endSessionsOf, keepAnAdmin, userToChange } from './user-scope';

/** Closes an account: its next request is refused and its sessions are over. @throws RefusedError `own_account`, `last_admin`, `already_disabled` */
export async function disableUser(
  actor: Actor,
  input: z.input<typeof USER_WITH_REASON_INPUT>,
  at = new Date(),
): Promise<void> {
  authorise(actor, 'admin.users');
  const { userId, reason } = parseInput(USER_WITH_REASON_INPUT, input);
  await inTransaction(async (tx) => {
    const user = await userToChange(tx, actor, userId);
    await keepAnAdmin(tx, user);
    const changed = await tx
      .update(users)
      .set({ disabledAt: at })
      .where(and(eq(users.id, userId), isNull(users.disabledAt)))
      .returning({ id: users.id });
    if (changed.length === 0) throw refuse('already_disabled');
    const sessionsEnded = await endSessionsOf(tx, userId, at);
    await writeAudit(
      tx,
      actor,
      { action: 'admin.disable_user', subjectType: 'user', subjectId: userId, reason, details: { sessionsEnded } },
      at,
    );
  });
}
