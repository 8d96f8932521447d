import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import { writeAudit } from '@/db/audit';
import type { Tx } from '@/db/connection';
import { sessions } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { sessionRefOf } from '@/lib/identity/session-ref';

/** Who signs out for good is no longer told of at this counter. */
async function leaveCounter(tx: Tx, userId: string, sessionId: string): Promise<void> {
  const here = tx.select({ key: sessions.counterKey }).from(sessions).where(eq(sessions.id, sessionId));
  await tx
    .update(sessions)
    .set({ counterKey: null })
    .where(and(eq(sessions.userId, userId), eq(sessions.counterKey, here)));
}

/** Ends the actor's present session: its token is worthless from now on, wherever it was copied to. */
export async function signOut(actor: Actor, at = new Date()): Promise<void> {
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
    await leaveCounter(tx, actor.id, sessionId);
    await writeAudit(
      tx,
      actor,
      { action: 'identity.sign_out', subjectType: 'session', subjectId: sessionRefOf(sessionId) },
      at,
    );
  });
}
