import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { endKey } from '@/db/api-keys';
import { apiKeys } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { REVOKE_KEY_INPUT } from '@/lib/identity/inputs';
import { authorise } from '@/lib/identity/permissions';
import { NotFoundError } from '@/lib/kernel/errors';

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
    await endKey(tx, actor, key, { action: 'sandbox.revoke_key', reason }, at);
  });
}
