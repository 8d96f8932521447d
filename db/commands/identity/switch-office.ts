import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { sessions, userOffices } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { SWITCH_OFFICE_INPUT } from '@/lib/identity/inputs';
import { authorise } from '@/lib/identity/permissions';
import { NotFoundError } from '@/lib/kernel/errors';

/** Changes the office whose work the session shows. @throws NotFoundError for an office that is not the actor's own */
export async function switchOffice(
  actor: Actor,
  input: z.input<typeof SWITCH_OFFICE_INPUT>,
  at = new Date(),
): Promise<void> {
  authorise(actor, 'identity.self');
  const { officeId } = parseInput(SWITCH_OFFICE_INPUT, input);
  const { sessionId } = actor;
  if (sessionId === null) throw new NotFoundError('session');
  await inTransaction(async (tx) => {
    const [own] = await tx
      .select({ officeId: userOffices.officeId })
      .from(userOffices)
      .where(and(eq(userOffices.userId, actor.id), eq(userOffices.officeId, officeId)));
    if (!own) throw new NotFoundError('office');
    if (officeId === actor.officeId) return;
    const changed = await tx
      .update(sessions)
      .set({ officeId })
      .where(and(eq(sessions.id, sessionId), eq(sessions.userId, actor.id), isNull(sessions.revokedAt)))
      .returning({ id: sessions.id });
    if (changed.length === 0) throw new NotFoundError('session');
    await writeAudit(
      tx,
      actor,
      {
        action: 'identity.switch_office',
        subjectType: 'office',
        subjectId: officeId,
        officeId,
        details: { before: { office: actor.officeId }, after: { office: officeId } },
      },
      at,
    );
  });
}
