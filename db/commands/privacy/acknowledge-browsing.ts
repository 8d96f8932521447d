import 'server-only';
import { and, eq, isNull, ne } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { unusualBrowsing } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { NotFoundError, refuse } from '@/lib/kernel/errors';
import { ACKNOWLEDGE_BROWSING_INPUT } from '@/lib/privacy/inputs';

/**
 * Answers for a day on which somebody looked at unusually many people, with what is known of it: never the own.
 * @throws NotFoundError; InvalidInputError at `note`; RefusedError `browsing.own`, `changed_meanwhile`
 */
export async function acknowledgeBrowsing(
  actor: Actor,
  input: z.input<typeof ACKNOWLEDGE_BROWSING_INPUT>,
  at = new Date(),
): Promise<void> {
  authorise(actor, 'privacy.acknowledge');
  const { id, note } = parseInput(ACKNOWLEDGE_BROWSING_INPUT, input);
  await inTransaction(async (tx) => {
    const [known] = await tx.select().from(unusualBrowsing).where(eq(unusualBrowsing.id, id));
    if (!known) throw new NotFoundError('browsing');
    if (known.userId === actor.id) throw refuse('browsing.own');
    const taken = await tx
      .update(unusualBrowsing)
      .set({ acknowledgedAt: at, acknowledgedBy: actor.id, acknowledgedByName: actor.name, note })
      .where(
        and(eq(unusualBrowsing.id, id), isNull(unusualBrowsing.acknowledgedAt), ne(unusualBrowsing.userId, actor.id)),
      )
      .returning({ id: unusualBrowsing.id });
    if (taken.length === 0) throw refuse('changed_meanwhile');
    await writeAudit(
      tx,
      actor,
      {
        ...{ action: 'privacy.acknowledge', subjectType: 'browsing', subjectId: id, reason: note },
        details: { day: known.day, unusualLooks: known.kind, actorId: known.userId },
      },
      at,
    );
  });
}
