import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { db } from '@/db/connection';
import { sessions, users } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { CONFIRM_SELF_INPUT } from '@/lib/identity/inputs';
import { authorise } from '@/lib/identity/permissions';
import { sessionRefOf } from '@/lib/identity/session-ref';
import { refuse, UnauthenticatedError } from '@/lib/kernel/errors';
import { checkPassword } from './check-password';
import { ownPlace, takeOwnCode } from './own-code';

/**
 * Notes in the actor's session that they proved anew who they are, by their password or a code of their second factor: acts of
 * consequence go on from there for a while. @throws RefusedError `wrong_password`, `totp.wrong`, `totp.none`, `throttled`
 */
export async function confirmSelf(
  actor: Actor,
  input: z.input<typeof CONFIRM_SELF_INPUT>,
  at = new Date(),
): Promise<void> {
  authorise(actor, 'identity.self');
  const { password, code } = parseInput(CONFIRM_SELF_INPUT, input);
  const { sessionId } = actor;
  if (sessionId === null) throw new UnauthenticatedError();
  const via = code ? await takeOwnCode(actor, code, at) : await takeOwnPassword(actor, password, at);
  await inTransaction(async (tx) => {
    const confirmed = await tx
      .update(sessions)
      .set({ confirmedAt: at })
      .where(and(eq(sessions.id, sessionId), eq(sessions.userId, actor.id), isNull(sessions.revokedAt)))
      .returning({ id: sessions.id });
    if (confirmed.length === 0) throw new UnauthenticatedError();
    const about = { subjectType: 'session', subjectId: sessionRefOf(sessionId) } as const;
    await writeAudit(tx, actor, { action: 'identity.confirm', ...about, details: { via } }, at);
  });
}

async function takeOwnPassword(actor: Actor, password: string, at: Date): Promise<'password'> {
  const [user] = await db().select({ email: users.email }).from(users).where(eq(users.id, actor.id));
  const checked = await checkPassword({ email: user?.email ?? '', password, ...ownPlace(actor) }, at);
  if ('refused' in checked) throw refuse(checked.refused === 'throttled' ? 'throttled' : 'wrong_password');
  return 'password';
}
