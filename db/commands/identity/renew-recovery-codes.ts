import 'server-only';
import { and, eq, isNotNull } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { totps } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { CODE_INPUT } from '@/lib/identity/inputs';
import { authorise } from '@/lib/identity/permissions';
import { refuse } from '@/lib/kernel/errors';
import { takeOwnCode } from './own-code';
import { replaceRecoveryCodes } from './take-code';

/** Makes ten other recovery codes, for a code; those of before are worth nothing. @throws RefusedError `totp.none`, `totp.wrong`, `throttled` */
export async function renewRecoveryCodes(
  actor: Actor,
  input: z.input<typeof CODE_INPUT>,
  at = new Date(),
): Promise<{ recoveryCodes: string[] }> {
  authorise(actor, 'identity.self');
  const { code } = parseInput(CODE_INPUT, input);
  const via = await takeOwnCode(actor, code, at);
  return inTransaction(async (tx) => {
    // Held until the codes stand, so that a reset at the same time leaves none behind.
    const [enrolled] = await tx
      .select({ userId: totps.userId })
      .from(totps)
      .where(and(eq(totps.userId, actor.id), isNotNull(totps.enrolledAt)))
      .for('update');
    if (!enrolled) throw refuse('totp.none');
    const codes = await replaceRecoveryCodes(tx, actor.id);
    await writeAudit(
      tx,
      actor,
      { action: 'identity.renew_recovery_codes', subjectType: 'user', subjectId: actor.id, details: { via } },
      at,
    );
    return { recoveryCodes: codes };
  });
}
