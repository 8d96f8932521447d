import 'server-only';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { sessions } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { END_SESSION_INPUT } from '@/lib/identity/inputs';
import { authorise } from '@/lib/identity/permissions';
import { sessionRefOf } from '@/lib/identity/session-ref';
import { NotFoundError } from '@/lib/kernel/errors';

/** Ends one of the actor's own sessions, such as one left open at another counter. @throws NotFoundError for anybody else's */
export async function endOwnSession(
  actor: Actor,
  input: z.input<typeof END_SESSION_INPUT>,
  at = new Date(),
): Promise<void> {
  authorise(actor, 'identity.self');
  const { sessionRef } = parseInput(END_SESSION_INPUT, input);
  await inTransaction(async (tx) => {
    const own = await tx
      .select({ id: sessions.id })
      .from(sessions)
      .where(and(eq(sessions.userId, actor.id), isNull(sessions.revokedAt)));
    const named = own.filter(({ id }) => sessionRefOf(id) === sessionRef).map(({ id }) => id);
    const ended =
      named.length === 0
        ? []
        : await tx
            .update(sessions)
            .set({ revokedAt: at, counterKey: null })
            .where(and(inArray(sessions.id, named), isNull(sessions.revokedAt)))
            .returning({ id: sessions.id });
    if (ended.length === 0) throw new NotFoundError('session');
    await writeAudit(tx, actor, { action: 'identity.end_sessions', subjectType: 'session', subjectId: sessionRef }, at);
  });
}
