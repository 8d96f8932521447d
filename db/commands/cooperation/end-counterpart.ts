import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { exchangeCounterparts } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import { END_COUNTERPART_INPUT } from '@/lib/cooperation/inputs';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { NotFoundError, refuse } from '@/lib/kernel/errors';

/**
 * Ends the exchange with an administration, or with one of its keys: no package of it is taken any more. What was taken over before goes
 * on until it expires or is ended.
 * @throws NotFoundError; RefusedError `cooperation.state`, `changed_meanwhile`
 */
export async function endCounterpart(
  actor: Actor,
  input: z.input<typeof END_COUNTERPART_INPUT>,
  at = new Date(),
): Promise<void> {
  authorise(actor, 'cooperation.decide');
  const { counterpartId, rowVersion, reason } = parseInput(END_COUNTERPART_INPUT, input);
  await inTransaction(async (tx) => {
    const ofCounterpart = eq(exchangeCounterparts.counterpartId, counterpartId);
    const [found] = await tx.select().from(exchangeCounterparts).where(ofCounterpart);
    if (!found) throw new NotFoundError('counterpart');
    if (found.state !== 'approved') throw refuse('cooperation.state');
    const ended = { endedBy: actor.id, endedByName: actor.name, endedAt: at, endReason: reason };
    const changed = await tx
      .update(exchangeCounterparts)
      .set({ state: 'ended', sealedMatchSecret: null, ...ended, rowVersion: rowVersion + 1 })
      .where(
        and(ofCounterpart, eq(exchangeCounterparts.state, 'approved'), eq(exchangeCounterparts.rowVersion, rowVersion)),
      )
      .returning({ id: exchangeCounterparts.counterpartId });
    if (changed.length === 0) throw refuse('changed_meanwhile');
    await writeAudit(
      tx,
      actor,
      {
        action: 'cooperation.end_counterpart',
        subjectType: 'counterpart',
        subjectId: counterpartId,
        officeId: null,
        reason,
        details: { administration: found.code, fingerprint: found.fingerprint },
      },
      at,
    );
  });
}
