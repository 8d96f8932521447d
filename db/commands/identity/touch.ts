import 'server-only';
import { and, eq, isNull, lte, or } from 'drizzle-orm';
import { db } from '@/db/connection';
import { apiKeys, sessions } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { SESSION_TOUCH_MS } from '@/lib/identity/session-life';

/** Writes down that the actor's own session or key was used, at most once a minute; no audit row, nothing is decided by it. */
export async function touch(actor: Actor, at: Date): Promise<void> {
  authorise(actor, 'identity.touch');
  const before = new Date(at.getTime() - SESSION_TOUCH_MS);
  if (actor.kind === 'api_key') {
    await db()
      .update(apiKeys)
      .set({ lastUsedAt: at })
      .where(and(eq(apiKeys.id, actor.id), or(isNull(apiKeys.lastUsedAt), lte(apiKeys.lastUsedAt, before))));
  } else if (actor.sessionId !== null) {
    await db()
      .update(sessions)
      .set({ lastSeenAt: at })
      .where(and(eq(sessions.id, actor.sessionId), isNull(sessions.revokedAt), lte(sessions.lastSeenAt, before)));
  }
}
