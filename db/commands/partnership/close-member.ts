import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { endSessionsOf, userToChange } from '@/db/commands/identity/user-scope';
import { users } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { NotFoundError, refuse } from '@/lib/kernel/errors';
import { CLOSE_MEMBER_INPUT } from '@/lib/partnership/inputs';

/**
 * A person of a partner closes the account of a colleague; what that person is signed in with ends at once.
 * @throws NotFoundError of people of others; RefusedError `own_account`, `already_disabled`
 */
export async function closeMember(
  actor: Actor,
  input: z.input<typeof CLOSE_MEMBER_INPUT>,
  at = new Date(),
): Promise<void> {
  authorise(actor, 'partner.team');
  const { userId, reason } = parseInput(CLOSE_MEMBER_INPUT, input);
  const { partnerId } = actor;
  if (!partnerId || actor.kind !== 'user') throw new NotFoundError('user');
  await inTransaction(async (tx) => {
    const user = await userToChange(tx, actor, userId);
    if (user.partnerId !== partnerId) throw new NotFoundError('user');
    const changed = await tx
      .update(users)
      .set({ disabledAt: at })
      .where(and(eq(users.id, userId), isNull(users.disabledAt)))
      .returning({ id: users.id });
    if (changed.length === 0) throw refuse('already_disabled');
    const sessionsEnded = await endSessionsOf(tx, userId, at);
    const subject = { subjectType: 'user' as const, subjectId: userId };
    await writeAudit(tx, actor, { action: 'partner.close_member', ...subject, reason, details: { sessionsEnded } }, at);
  });
}
