import 'server-only';
import { and, eq, isNull, ne } from 'drizzle-orm';
import { writeAudit } from '@/db/audit';
import { sessions } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { isLive } from '@/lib/identity/session-life';

/** Ends every session of the actor but the present one, and forgets the counters they were at; gives the number of those that were still open. */
export async function endOtherSessions(actor: Actor, at = new Date()): Promise<{ ended: number }> {
  authorise(actor, 'identity.self');
  return inTransaction(async (tx) => {
    const ended = await tx
      .update(sessions)
      .set({ revokedAt: at, counterKey: null })
      .where(and(eq(sessions.userId, actor.id), ne(sessions.id, actor.sessionId ?? ''), isNull(sessions.revokedAt)))
      .returning({ lastSeenAt: sessions.lastSeenAt, expiresAt: sessions.expiresAt });
    const open = ended.filter((session) => isLive({ ...session, revokedAt: null }, at));
    if (open.length > 0) {
      const details = { sessionsEnded: open.length };
      const about = { subjectType: 'user', subjectId: actor.id } as const;
      await writeAudit(tx, actor, { action: 'identity.end_sessions', ...about, details }, at);
    }
    return { ended: open.length };
  });
}
