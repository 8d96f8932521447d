import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import { addKey, lockPartnerInUse, type NewKey } from '@/db/api-keys';
import { apiKeys } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { CREATE_SANDBOX_KEY_INPUT } from '@/lib/identity/inputs';
import { authorise } from '@/lib/identity/permissions';
import { NotFoundError, refuse } from '@/lib/kernel/errors';
import { SANDBOX_KEYS_MAX } from '@/lib/sandbox/limits';

/**
 * Makes a sandbox key: a partner for itself, an administrator for any partner in use.
 * @throws NotFoundError for another's partner, RefusedError `sandbox.too_many_keys`
 */
export async function createSandboxKey(
  actor: Actor,
  input: z.input<typeof CREATE_SANDBOX_KEY_INPUT>,
  at = new Date(),
): Promise<NewKey> {
  authorise(actor, 'sandbox.keys');
  const partnerId = parseInput(CREATE_SANDBOX_KEY_INPUT, input).partnerId ?? actor.partnerId;
  const isOwn = actor.role !== 'partner' || actor.partnerId === partnerId;
  if (!partnerId || !isOwn) throw new NotFoundError('partner');
  return inTransaction(async (tx) => {
    // Locked, so that two who ask at once do not both find the last place free.
    await lockPartnerInUse(tx, partnerId);
    const inUse = await tx.$count(
      apiKeys,
      and(eq(apiKeys.partnerId, partnerId), eq(apiKeys.kind, 'sandbox'), isNull(apiKeys.revokedAt)),
    );
    if (inUse >= SANDBOX_KEYS_MAX) throw refuse('sandbox.too_many_keys', { limit: SANDBOX_KEYS_MAX });
    return addKey(tx, actor, { partnerId, kind: 'sandbox', action: 'sandbox.create_key' }, at);
  });
}
