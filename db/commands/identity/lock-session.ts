import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import { writeAudit } from '@/db/audit';
import { sessions } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { sessionRefOf } from '@/lib/identity/session-ref';

/**
 * Ends the actor's present session to give a shared counter to somebody else: they stay among those who work there, whoever is next
 * starts with nothing of theirs, and what they hold stays theirs.
 */
export async function lockSession(actor: Actor, at = new Date()): Promise<void> {
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
    const about = { subjectType: 'session', subjectId: sessionRefOf(sessionId) } as const;
    await writeAudit(tx, actor, { action: 'identity.lock', ...about }, at);
  });
}
