import 'server-only';
import { randomBytes, randomUUID } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import { lockPartnerInUse, type NewKey } from '@/db/api-keys';
import { writeAudit } from '@/db/audit';
import { apiKeys } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { apiKeyHash, apiKeyPrefix, apiKeyText } from '@/lib/identity/api-key';
import { authorise } from '@/lib/identity/permissions';
import { requireConfirmed } from '@/lib/identity/step-up';
import { NotFoundError, refuse } from '@/lib/kernel/errors';
import { ROTATE_KEY_INPUT } from '@/lib/partnership/inputs';

const HOUR_MS = 3_600_000;

/**
 * Gives a new key for one in use. The old one serves on for some hours, so that nothing stands still while its holder changes over, and
 * then by nobody's doing no longer. The new one can be limited further, never widened.
 * @throws NotFoundError for keys of others; RefusedError `key.revoked`, `key.rotated`, `key.scopes`, `confirmation_needed`
 */
export async function rotateKey(
  actor: Actor,
  input: z.input<typeof ROTATE_KEY_INPUT>,
  at = new Date(),
): Promise<NewKey & { readonly oldUntil: Date }> {
  authorise(actor, 'partner.rotate_key');
  const { keyId, graceHours, scopes } = parseInput(ROTATE_KEY_INPUT, input);
  requireConfirmed(actor, at);
  return inTransaction(async (tx) => {
    const [old] = await tx.select().from(apiKeys).where(eq(apiKeys.id, keyId));
    if (!old || (actor.role === 'partner' && old.partnerId !== actor.partnerId)) throw new NotFoundError('api_key');
    await lockPartnerInUse(tx, old.partnerId);
    if (old.revokedAt !== null) throw refuse('key.revoked');
    if (scopes.some((scope) => !old.scopes.includes(scope))) throw refuse('key.scopes');
    const oldUntil = new Date(at.getTime() + graceHours * HOUR_MS);
    const ended = await tx
      .update(apiKeys)
      .set({ expiresAt: oldUntil })
      .where(and(eq(apiKeys.id, keyId), isNull(apiKeys.revokedAt), isNull(apiKeys.expiresAt)))
      .returning({ id: apiKeys.id });
    if (ended.length === 0) throw refuse('key.rotated');
    const newId = randomUUID();
    const key = apiKeyText(randomBytes(32), old.kind);
    const prefix = apiKeyPrefix(key);
    const { partnerId, kind } = old;
    await tx
      .insert(apiKeys)
      .values({ id: newId, partnerId, kind, prefix, keyHash: apiKeyHash(key), scopes, createdAt: at });
    await writeAudit(
      tx,
      actor,
      {
        action: 'partner.rotate_key',
        subjectType: 'api_key',
        subjectId: newId,
        details: { partnerId, prefix, oldPrefix: old.prefix, graceHours, scopes: scopes.join(' ') },
      },
      at,
    );
    return { keyId: newId, key, oldUntil };
  });
}
