import 'server-only';
import { and, eq } from 'drizzle-orm';
import { sessions } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { endPresentSession } from './end-present-session';

/** Ends the actor's present session for good: who signs out is no longer told of at this counter. */
export async function signOut(actor: Actor, at = new Date()): Promise<void> {
  authorise(actor, 'identity.self');
  await endPresentSession(actor, 'identity.sign_out', at, async (tx, sessionId) => {
    const here = tx.select({ key: sessions.counterKey }).from(sessions).where(eq(sessions.id, sessionId));
    await tx
      .update(sessions)
      .set({ counterKey: null })
      .where(and(eq(sessions.userId, actor.id), eq(sessions.counterKey, here)));
  });
}
