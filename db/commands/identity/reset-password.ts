import 'server-only';
import { randomBytes } from 'node:crypto';
import { and, eq, isNotNull } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { db } from '@/db/connection';
import { users } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { USER_WITH_REASON_INPUT } from '@/lib/identity/inputs';
import { oneTimePassword } from '@/lib/identity/one-time-password';
import { hashPassword } from '@/lib/identity/password';
import { authorise } from '@/lib/identity/permissions';
import { requireConfirmed } from '@/lib/identity/step-up';
import { NotFoundError, refuse } from '@/lib/kernel/errors';
import { endSessionsOf, userToChange } from './user-scope';

/**
 * Gives an account a new password, told once and kept by nobody, and ends its sessions. Of two resets at once one is refused, so that
 * no password is handed over that does not work. @throws NotFoundError also without a password; RefusedError `own_account`,
 * `changed_meanwhile`
 */
export async function resetPassword(
  actor: Actor,
  input: z.input<typeof USER_WITH_REASON_INPUT>,
  at = new Date(),
): Promise<{ password: string }> {
  authorise(actor, 'admin.users');
  const { userId, reason } = parseInput(USER_WITH_REASON_INPUT, input);
  requireConfirmed(actor, at);
  const [before] = await db()
    .select({ passwordHash: users.passwordHash })
    .from(users)
    .where(and(eq(users.id, userId), isNotNull(users.passwordHash)));
  if (!before?.passwordHash) throw new NotFoundError('user');
  const seen = before.passwordHash;
  const password = oneTimePassword(randomBytes(64));
  const passwordHash = await hashPassword(password, randomBytes(16));
  await inTransaction(async (tx) => {
    await userToChange(tx, actor, userId);
    const changed = await tx
      .update(users)
      .set({ passwordHash })
      .where(and(eq(users.id, userId), eq(users.passwordHash, seen)))
      .returning({ id: users.id });
    if (changed.length === 0) throw refuse('changed_meanwhile');
    const sessionsEnded = await endSessionsOf(tx, userId, at);
    await writeAudit(
      tx,
      actor,
      { action: 'admin.reset_password', subjectType: 'user', subjectId: userId, reason, details: { sessionsEnded } },
      at,
    );
  });
  return { password };
}
