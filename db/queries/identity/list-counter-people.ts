import 'server-only';
import { and, eq, gt, isNull, max } from 'drizzle-orm';
import { db } from '@/db/connection';
import { sessions, users } from '@/db/schema';
import { SESSION_LIFE_MS } from '@/lib/identity/session-life';

export type CounterPerson = { readonly name: string; readonly email: string };

const SHOWN_MAX = 12;

/**
 * Who signed in at this browser within one shift and did not sign out for good, by name: a shared counter is handed from one to the
 * next. Takes no actor: nobody is signed in, and only the browser itself holds the key. Disabled people are not told of.
 */
export async function listCounterPeople(counterKey: string, at = new Date()): Promise<CounterPerson[]> {
  const rows = await db()
    .select({ name: users.name, email: users.email, last: max(sessions.createdAt) })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(
      and(
        eq(sessions.counterKey, counterKey),
        gt(sessions.createdAt, new Date(at.getTime() - SESSION_LIFE_MS)),
        isNull(users.disabledAt),
      ),
    )
    .groupBy(users.id, users.name, users.email)
    .orderBy(users.name)
    .limit(SHOWN_MAX);
  return rows.map(({ name, email }) => ({ name, email }));
}
