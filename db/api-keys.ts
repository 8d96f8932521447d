import 'server-only';
import { randomBytes, randomUUID } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import type { Actor } from '@/lib/identity/actor';
import { apiKeyHash, apiKeyPrefix, apiKeyText } from '@/lib/identity/api-key';
import { NotFoundError, refuse } from '@/lib/kernel/errors';
import { writeAudit } from './audit';
import type { Tx } from './connection';
import { apiKeys, partners } from './schema';

type Key = typeof apiKeys.$inferSelect;
export type NewKey = { readonly keyId: string; readonly key: string };

/** Locks a partner that is let in, so that keys are given one after the other. @throws NotFoundError */
export async function lockPartnerInUse(tx: Tx, partnerId: string): Promise<void> {
  const [partner] = await tx
    .select({ id: partners.id })
    .from(partners)
    .where(and(eq(partners.id, partnerId), isNull(partners.disabledAt)))
    .for('no key update');
  if (!partner) throw new NotFoundError('partner');
}

/** Makes a bearer key with its audit row. The key is given once, here; only its hash is kept. */
export async function addKey(
  tx: Tx,
  actor: Actor,
  {
    partnerId,
    kind,
    action,
  }: Pick<Key, 'partnerId' | 'kind'> & { readonly action: 'admin.create_key' | 'sandbox.create_key' },
  at: Date,
): Promise<NewKey> {
  const keyId = randomUUID();
  const key = apiKeyText(randomBytes(32), kind);
  const prefix = apiKeyPrefix(key);
  await tx.insert(apiKeys).values({ id: keyId, partnerId, kind, prefix, keyHash: apiKeyHash(key), createdAt: at });
  await writeAudit(tx, actor, { action, subjectType: 'api_key', subjectId: keyId, details: { partnerId, prefix } }, at);
  return { keyId, key };
}

/** Makes a key worthless from its next use on, with its audit row. @throws RefusedError `already_revoked` */
export async function endKey(
  tx: Tx,
  actor: Actor,
  { id, partnerId, prefix }: Key,
  { action, reason }: { readonly action: 'admin.revoke_key' | 'sandbox.revoke_key'; readonly reason: string },
  at: Date,
): Promise<void> {
  const ended = await tx
    .update(apiKeys)
    .set({ revokedAt: at })
    .where(and(eq(apiKeys.id, id), isNull(apiKeys.revokedAt)))
    .returning({ id: apiKeys.id });
  if (ended.length === 0) throw refuse('already_revoked');
  await writeAudit(
    tx,
    actor,
    { action, subjectType: 'api_key', subjectId: id, reason, details: { partnerId, prefix } },
    at,
  );
}
