import 'server-only';
import { and, eq, lt, sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { env } from '@/db/env';
import { apiCalls } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { minuteOf, secondsToNextMinute } from '@/lib/identity/api-rate';
import { authorise } from '@/lib/identity/permissions';

/**
 * Counts one call of a key, in one conditional statement, so that many processes share one limit. Gives how many seconds later to come
 * again where the minute has had its calls, and null where the call may go on. What is refused is not counted; no audit row, nothing is changed.
 */
export async function countApiCall(actor: Actor, at = new Date()): Promise<{ retryAfterSeconds: number } | null> {
  authorise(actor, 'identity.touch');
  const minute = minuteOf(at);
  const [counted] = await db()
    .insert(apiCalls)
    .values({ keyId: actor.id, minute, calls: 1 })
    .onConflictDoUpdate({
      target: [apiCalls.keyId, apiCalls.minute],
      set: { calls: sql`${apiCalls.calls} + 1` },
      setWhere: lt(apiCalls.calls, env().apiCallsPerMinute),
    })
    .returning({ calls: apiCalls.calls });
  if (!counted) return { retryAfterSeconds: secondsToNextMinute(at) };
  // Whoever opens a minute clears those of the same key that are over.
  if (counted.calls === 1)
    await db()
      .delete(apiCalls)
      .where(and(eq(apiCalls.keyId, actor.id), lt(apiCalls.minute, minute)));
  return null;
}
