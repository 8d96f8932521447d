import 'server-only';
import { isNull } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { exchangeIdentities } from '@/db/schema';
import { sqlState } from '@/db/sql-state';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import { ENTER_IDENTITY_INPUT } from '@/lib/cooperation/inputs';
import { newKeyPair } from '@/lib/cooperation/sign';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { requireConfirmed } from '@/lib/identity/step-up';
import { refuse } from '@/lib/kernel/errors';
import { sealExchangeSecret } from './exchange-secrets';

/**
 * Enters who we are in exchanges and makes the key our packages are signed with. Done again, it makes a new key and empties the
 * one before: the other side has to enter the new one before it takes our next package. @throws RefusedError `confirmation_needed`, `changed_meanwhile` where another did so at the same moment
 */
export async function enterIdentity(
  actor: Actor,
  input: z.input<typeof ENTER_IDENTITY_INPUT>,
  at = new Date(),
): Promise<{ fingerprint: string }> {
  authorise(actor, 'cooperation.decide');
  requireConfirmed(actor, at);
  const { code, name } = parseInput(ENTER_IDENTITY_INPUT, input);
  const { privatePem, publicPem, fingerprint } = newKeyPair();
  try {
    await inTransaction(async (tx) => {
      // A key that signs nothing any more is nobody's to find.
      const retired = { retiredAt: at, sealedKey: '' };
      await tx.update(exchangeIdentities).set(retired).where(isNull(exchangeIdentities.retiredAt));
      const entered = { enteredBy: actor.id, enteredByName: actor.name, enteredAt: at };
      const sealedKey = sealExchangeSecret({ fingerprint }, privatePem);
      await tx.insert(exchangeIdentities).values({ fingerprint, code, name, publicPem, sealedKey, ...entered });
      await writeAudit(
        tx,
        actor,
        {
          action: 'cooperation.enter_identity',
          subjectType: 'counterpart',
          subjectId: code,
          officeId: null,
          details: { administration: code, fingerprint },
        },
        at,
      );
    });
  } catch (error) {
    // Two at once are not both the current one.
    if (sqlState(error) === '23505') throw refuse('changed_meanwhile');
    throw error;
  }
  return { fingerprint };
}
