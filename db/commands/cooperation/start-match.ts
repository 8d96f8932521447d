import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { counterpartInForce } from '@/db/queries/cooperation/counterpart-in-force';
import { exchangeMatches, exchangePackages } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import { EXCHANGE_ACT_INPUT } from '@/lib/cooperation/inputs';
import { exchangeKeyOf, keyCheck } from '@/lib/cooperation/identifiers';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { addDays, dayOf } from '@/lib/kernel/dates';
import { NotFoundError, refuse } from '@/lib/kernel/errors';
import { lockExchange } from './exchange-of';
import { matchSecretOf } from './exchange-secrets';

/**
 * Lets the worker look for the hashed identifiers of a request among what came to the offices of whoever starts it. The answer is
 * prepared from what is found, and approved by another. Days that are not over are left out, and the answer tells so.
 * @throws NotFoundError; RefusedError `cooperation.state`, `changed_meanwhile`, `cooperation.over`, `cooperation.no_secret`, `cooperation.secret_lost`,
 * `cooperation.not_in_force`, `cooperation.match_open`, `cooperation.secret_differs`
 */
export async function startMatch(
  actor: Actor,
  input: z.input<typeof EXCHANGE_ACT_INPUT>,
  at = new Date(),
): Promise<void> {
  authorise(actor, 'cooperation.prepare');
  const { exchangeId, rowVersion, reason } = parseInput(EXCHANGE_ACT_INPUT, input);
  await inTransaction(async (tx) => {
    const found = await lockExchange(tx, exchangeId, 'received');
    const { content } = found;
    if (content.kind !== 'match_request') throw new NotFoundError('exchange');
    if (found.state !== 'checked') throw refuse('cooperation.state');
    if (found.expiresOn < dayOf(at)) throw refuse('cooperation.over');
    const counterpart = await counterpartInForce(tx, found.counterpartId, dayOf(at));
    // Under another secret than the sender's the answer would be a signed nobody.
    if (keyCheck(exchangeKeyOf(matchSecretOf(counterpart), found.packageId)) !== content.check)
      throw refuse('cooperation.secret_differs');
    const { fromOn, identifiers } = content;
    // A day that is not over would be told as looked at, without what still comes on it.
    const yesterday = addDays(dayOf(at), -1);
    const toOn = content.toOn < yesterday ? content.toOn : yesterday;
    if (toOn < fromOn) throw refuse('cooperation.match_open');
    const decided = { decidedBy: actor.id, decidedByName: actor.name, decidedAt: at, decisionNote: reason };
    const changed = await tx
      .update(exchangePackages)
      .set({ state: 'taken_over', ...decided, rowVersion: rowVersion + 1 })
      .where(and(eq(exchangePackages.exchangeId, exchangeId), eq(exchangePackages.rowVersion, rowVersion)))
      .returning({ id: exchangePackages.exchangeId });
    if (changed.length === 0) throw refuse('changed_meanwhile');
    const started = { startedBy: actor.id, startedByName: actor.name, startedAt: at };
    await tx.insert(exchangeMatches).values({
      ...{ exchangeId, state: 'waiting', fromOn, toOn, nextOn: fromOn, officeIds: [...actor.officeIds] },
      ...started,
    });
    await writeAudit(
      tx,
      actor,
      {
        action: 'cooperation.start_match',
        subjectType: 'exchange',
        subjectId: exchangeId,
        officeId: null,
        reason,
        details: {
          ...{ administration: content.from.code, packageId: found.packageId, items: identifiers.length },
          ...{ from: fromOn, to: toOn, offices: actor.officeIds.length },
        },
      },
      at,
    );
  });
}
