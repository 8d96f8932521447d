import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { apiKeys } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { REVOKE_KEY_INPUT } from '@/lib/identity/inputs';
import { authorise } from '@/lib/identity/permissions';
import { NotFoundError, refuse } from '@/lib/kernel/errors';

/**
 * Makes a sandbox key worthless from its next use on: a partner its own, an administrator any.
 * @throws NotFoundError for keys of others and for live ones, RefusedError `already_revoked`
 */
export async function revokeSandboxKey(
  actor: Actor,
  input: z.input<typeof REVOKE_KEY_INPUT>,
  at = new Date(),
): Promise<void> {
  authorise(actor, 'sandbox.keys');
  const { keyId, reason } = parseInput(REVOKE_KEY_INPUT, input);
  await inTransaction(async (tx) => {
    const [key] = await tx
      .select()
      .from(apiKeys)
      .where(and(eq(apiKeys.id, keyId), eq(apiKeys.kind, 'sandbox')));
    if (!key || (actor.role === 'partner' && key.partnerId !== actor.partnerId)) throw new NotFoundError('api_key');
    const changed = await tx
      .update(apiKeys)
      .set({ revokedAt: at })
      .where(and(eq(apiKeys.id, keyId), isNull(apiKeys.revokedAt)))
      .returning({ id: apiKeys.id });
    if (changed.length === 0) throw refuse('already_revoked');
    await writeAudit(
      tx,
      actor,
      {
        action: 'sandbox.revoke_key',
        subjectType: 'api_key',
        subjectId: keyId,
        reason,
        details: { partnerId: key.partnerId, prefix: key.prefix },
      },
      at,
    );
  });
}
