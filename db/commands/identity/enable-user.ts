import 'server-only';
import { and, eq, isNotNull } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { users } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { USER_WITH_REASON_INPUT } from '@/lib/identity/inputs';
import { authorise } from '@/lib/identity/permissions';
import { requireConfirmed } from '@/lib/identity/step-up';
import { refuse } from '@/lib/kernel/errors';
import { userToChange } from './user-scope';

/** Opens a closed account again; its old sessions stay ended. @throws RefusedError `own_account`, `not_disabled` */
export async function enableUser(
  actor: Actor,
  input: z.input<typeof USER_WITH_REASON_INPUT>,
  at = new Date(),
): Promise<void> {
  authorise(actor, 'admin.users');
  const { userId, reason } = parseInput(USER_WITH_REASON_INPUT, input);
  requireConfirmed(actor, at);
  await inTransaction(async (tx) => {
    await userToChange(tx, actor, userId);
    const changed = await tx
      .update(users)
      .set({ disabledAt: null })
      .where(and(eq(users.id, userId), isNotNull(users.disabledAt)))
      .returning({ id: users.id });
    if (changed.length === 0) throw refuse('not_disabled');
    await writeAudit(tx, actor, { action: 'admin.enable_user', subjectType: 'user', subjectId: userId, reason }, at);
  });
}
