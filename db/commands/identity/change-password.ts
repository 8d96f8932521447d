import 'server-only';
import { randomBytes } from 'node:crypto';
import { and, eq, isNull, ne } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { db } from '@/db/connection';
import { sessions, users } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { CHANGE_PASSWORD_INPUT } from '@/lib/identity/inputs';
import { hashPassword, verifyPassword } from '@/lib/identity/password';
import { authorise } from '@/lib/identity/permissions';
import { NotFoundError, refuse } from '@/lib/kernel/errors';
import { checkPassword } from './check-password';

/**
 * Replaces the actor's password and ends all other sessions of the account. The present password is asked for again, and wrong ones are
 * throttled as at the sign-in. @throws RefusedError `wrong_password`, `same_password`, `throttled`, `changed_meanwhile`
 */
export async function changePassword(
  actor: Actor,
  input: z.input<typeof CHANGE_PASSWORD_INPUT>,
  at = new Date(),
): Promise<void> {
  authorise(actor, 'identity.self');
  const { presentPassword, newPassword } = parseInput(CHANGE_PASSWORD_INPUT, input);
  const { email } = await passwordOf(actor);
  const place = `session:${actor.sessionId}`;
  const checked = await checkPassword({ email, password: presentPassword, addressKey: place, deviceKey: place }, at);
  if ('refused' in checked) throw refuse(checked.refused === 'throttled' ? 'throttled' : 'wrong_password');
  // Read again: the check may have renewed the hash, or somebody else the password.
  const { passwordHash: before } = await passwordOf(actor);
  if (!(await verifyPassword(presentPassword, before))) throw refuse('changed_meanwhile');
  if (newPassword === presentPassword) throw refuse('same_password');
  const passwordHash = await hashPassword(newPassword, randomBytes(16));
  await inTransaction(async (tx) => {
    const changed = await tx
      .update(users)
      .set({ passwordHash })
      .where(and(eq(users.id, actor.id), eq(users.passwordHash, before)))
      .returning({ id: users.id });
    if (changed.length === 0) throw refuse('changed_meanwhile');
    await tx
      .update(sessions)
      .set({ revokedAt: at, counterKey: null })
      .where(and(eq(sessions.userId, actor.id), isNull(sessions.revokedAt), ne(sessions.id, actor.sessionId ?? '')));
    await writeAudit(tx, actor, { action: 'identity.change_password', subjectType: 'user', subjectId: actor.id }, at);
  });
}

async function passwordOf(actor: Actor): Promise<{ email: string; passwordHash: string }> {
  const [user] = await db()
    .select({ email: users.email, passwordHash: users.passwordHash })
    .from(users)
    .where(eq(users.id, actor.id));
  if (!user?.passwordHash) throw new NotFoundError('password');
  return { email: user.email, passwordHash: user.passwordHash };
}
