import 'server-only';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { env } from '@/db/env';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { CODE_INPUT } from '@/lib/identity/inputs';
import { authorise } from '@/lib/identity/permissions';
import { refuse } from '@/lib/kernel/errors';
import { takeOwnCode } from './own-code';
import { dropTotp } from './take-code';

/**
 * Takes the actor's second factor away, for a code of it. @throws RefusedError `totp.demanded` where the role must have one,
 * `totp.none`, `totp.wrong`, `throttled`
 */
export async function disableTotp(actor: Actor, input: z.input<typeof CODE_INPUT>, at = new Date()): Promise<void> {
  authorise(actor, 'identity.self');
  const { code } = parseInput(CODE_INPUT, input);
  if ((env().totpRoles as readonly string[]).includes(actor.role)) throw refuse('totp.demanded');
  const via = await takeOwnCode(actor, code, at);
  await inTransaction(async (tx) => {
    if (!(await dropTotp(tx, actor.id))) throw refuse('totp.none');
    await writeAudit(
      tx,
      actor,
      { action: 'identity.disable_totp', subjectType: 'user', subjectId: actor.id, details: { via } },
      at,
    );
  });
}
