import 'server-only';
import { randomBytes } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { exchangeCounterparts, exchangeMatches, exchangePackages } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import { SET_SECRET_INPUT } from '@/lib/cooperation/inputs';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { requireConfirmed } from '@/lib/identity/step-up';
import { NotFoundError, refuse } from '@/lib/kernel/errors';
import { sealExchangeSecret } from './exchange-secrets';

/**
 * Sets the secret that keys of matchings with an administration are made of: the one it told us by another way, or a new one to tell it.
 * A new one is given once, here. @throws NotFoundError; RefusedError `confirmation_needed`, `cooperation.state`, `cooperation.match_running`,
 * `changed_meanwhile`
 */
export async function setSecret(
  actor: Actor,
  input: z.input<typeof SET_SECRET_INPUT>,
  at = new Date(),
): Promise<{ secret: string | null }> {
  authorise(actor, 'cooperation.prepare');
  requireConfirmed(actor, at);
  const { counterpartId, rowVersion, secret: given } = parseInput(SET_SECRET_INPUT, input);
  const made = given === '' ? `xch_${randomBytes(32).toString('base64url')}` : null;
  await inTransaction(async (tx) => {
    const ofCounterpart = eq(exchangeCounterparts.counterpartId, counterpartId);
    const [found] = await tx.select().from(exchangeCounterparts).where(ofCounterpart);
    if (!found) throw new NotFoundError('counterpart');
    if (found.state !== 'approved') throw refuse('cooperation.state');
    const ofExchange = eq(exchangePackages.exchangeId, exchangeMatches.exchangeId);
    const [waiting] = await tx
      .select({ exchangeId: exchangeMatches.exchangeId })
      .from(exchangeMatches)
      .innerJoin(exchangePackages, and(ofExchange, eq(exchangePackages.counterpartId, counterpartId)))
      .where(eq(exchangeMatches.state, 'waiting'))
      .limit(1);
    if (waiting) throw refuse('cooperation.match_running');
    const changed = await tx
      .update(exchangeCounterparts)
      .set({ sealedMatchSecret: sealExchangeSecret({ counterpartId }, made ?? given), rowVersion: rowVersion + 1 })
      .where(and(ofCounterpart, eq(exchangeCounterparts.rowVersion, rowVersion)))
      .returning({ id: exchangeCounterparts.counterpartId });
    if (changed.length === 0) throw refuse('changed_meanwhile');
    await writeAudit(
      tx,
      actor,
      {
        action: 'cooperation.set_secret',
        subjectType: 'counterpart',
        subjectId: counterpartId,
        officeId: null,
        details: { administration: found.code },
      },
      at,
    );
  });
  return { secret: made };
}
