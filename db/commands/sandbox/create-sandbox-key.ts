import 'server-only';
import { randomBytes, randomUUID } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { apiKeys, partners } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { apiKeyHash, apiKeyPrefix, apiKeyText } from '@/lib/identity/api-key';
import { CREATE_SANDBOX_KEY_INPUT } from '@/lib/identity/inputs';
import { authorise } from '@/lib/identity/permissions';
import { NotFoundError, refuse } from '@/lib/kernel/errors';
import { SANDBOX_KEYS_MAX } from '@/lib/sandbox/limits';

/**
 * Makes a sandbox key: a partner for itself, an administrator for any partner in use. The key is given once, here; only its hash is
 * kept. @throws NotFoundError for another's partner, RefusedError `sandbox.too_many_keys`
 */
export async function createSandboxKey(
  actor: Actor,
  input: z.input<typeof CREATE_SANDBOX_KEY_INPUT>,
  at = new Date(),
): Promise<{ keyId: string; key: string }> {
  authorise(actor, 'sandbox.keys');
  const partnerId = parseInput(CREATE_SANDBOX_KEY_INPUT, input).partnerId ?? actor.partnerId;
  const isOwn = actor.role !== 'partner' || actor.partnerId === partnerId;
  if (!partnerId || !isOwn) throw new NotFoundError('partner');
  const key = apiKeyText(randomBytes(32), 'sandbox');
  const keyId = randomUUID();
  await inTransaction(async (tx) => {
    // Locked, so that two who ask at once do not both find the last place free.
    const [partner] = await tx
      .select({ id: partners.id })
      .from(partners)
      .where(and(eq(partners.id, partnerId), isNull(partners.disabledAt)))
      .for('no key update');
    if (!partner) throw new NotFoundError('partner');
    const inUse = await tx.$count(
      apiKeys,
      and(eq(apiKeys.partnerId, partnerId), eq(apiKeys.kind, 'sandbox'), isNull(apiKeys.revokedAt)),
    );
    if (inUse >= SANDBOX_KEYS_MAX) throw refuse('sandbox.too_many_keys', { limit: SANDBOX_KEYS_MAX });
    const prefix = apiKeyPrefix(key);
    const keyHash = apiKeyHash(key);
    await tx.insert(apiKeys).values({ id: keyId, partnerId, kind: 'sandbox', prefix, keyHash, createdAt: at });
    await writeAudit(
      tx,
      actor,
      { action: 'sandbox.create_key', subjectType: 'api_key', subjectId: keyId, details: { partnerId, prefix } },
      at,
    );
  });
  return { keyId, key };
}
