import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import { writeAudit } from '@/db/audit';
import type { Tx } from '@/db/connection';
import { sessions } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { sessionRefOf } from '@/lib/identity/session-ref';

/**
 * Ends the actor's present session, once: its token is worthless from now on, wherever it was copied to. Nothing happens where there is
 * none, or it is over already.
 * @param leave what else ends with it, in the same transaction
 */
export async function endPresentSession(
  actor: Actor,
  action: 'identity.sign_out' | 'identity.lock',
  at: Date,
  leave?: (tx: Tx, sessionId: string) => Promise<void>,
): Promise<void> {
  authorise(actor, 'identity.self');
  const { sessionId } = actor;
  if (sessionId === null) return;
  await inTransaction(async (tx) => {
    const ended = await tx
      .update(sessions)
      .set({ revokedAt: at })
      .where(and(eq(sessions.id, sessionId), isNull(sessions.revokedAt)))
      .returning({ id: sessions.id });
    if (ended.length === 0) return;
    await leave?.(tx, sessionId);
    await writeAudit(tx, actor, { action, subjectType: 'session', subjectId: sessionRefOf(sessionId) }, at);
  });
}
