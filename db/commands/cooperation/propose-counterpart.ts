import 'server-only';
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { ownIdentity } from '@/db/queries/cooperation/own-identity';
import { exchangeCounterparts } from '@/db/schema';
import { sqlState } from '@/db/sql-state';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import { PROPOSE_COUNTERPART_INPUT } from '@/lib/cooperation/inputs';
import { readPublicKey } from '@/lib/cooperation/sign';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { InvalidInputError, RefusedError, refuse } from '@/lib/kernel/errors';

/**
 * Enters an administration to exchange with, its public key and the agreement this rests on. Nothing is exchanged before a second person
 * approves it.
 * @throws InvalidInputError `public_key`; RefusedError `cooperation.period`, `cooperation.own_key`, `cooperation.counterpart_taken`
 */
export async function proposeCounterpart(
  actor: Actor,
  input: z.input<typeof PROPOSE_COUNTERPART_INPUT>,
  at = new Date(),
): Promise<{ counterpartId: string }> {
  authorise(actor, 'cooperation.prepare');
  const { publicKey, ...what } = parseInput(PROPOSE_COUNTERPART_INPUT, input);
  const key = readPublicKey(publicKey);
  if (!key) throw new InvalidInputError([{ code: 'public_key', severity: 'error', pointer: 'publicKey' }]);
  if (what.validTo <= what.validFrom || what.validTo <= dayOf(at))
    throw new RefusedError([{ code: 'cooperation.period', pointer: 'validTo' }]);
  const counterpartId = randomUUID();
  try {
    await inTransaction(async (tx) => {
      const own = await ownIdentity(tx);
      if (own?.fingerprint === key.fingerprint || own?.code === what.code) throw refuse('cooperation.own_key');
      const proposed = { proposedBy: actor.id, proposedByName: actor.name, proposedAt: at };
      await tx.insert(exchangeCounterparts).values({
        counterpartId,
        ...what,
        publicPem: key.pem,
        fingerprint: key.fingerprint,
        state: 'proposed',
        ...proposed,
      });
      await writeAudit(
        tx,
        actor,
        {
          action: 'cooperation.propose_counterpart',
          subjectType: 'counterpart',
          subjectId: counterpartId,
          officeId: null,
          details: {
            administration: what.code,
            fingerprint: key.fingerprint,
            legalBasis: what.legalBasis,
            validFrom: what.validFrom,
            validTo: what.validTo,
          },
        },
        at,
      );
    });
  } catch (error) {
    if (sqlState(error) === '23505') throw refuse('cooperation.counterpart_taken');
    throw error;
  }
  return { counterpartId };
}
