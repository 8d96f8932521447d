import 'server-only';
import { and, eq, gt, isNull, or } from 'drizzle-orm';
import { db } from '@/db/connection';
import { apiKeys, partners } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';

export type KeyHolder = { readonly actor: Actor; readonly lastUsedAt: Date | null };

/** The partner behind a bearer key, by the key's hash. Takes no actor: it finds the actor. Null for unknown, revoked and expired keys and disabled partners. */
export async function findApiKey(keyHash: string, at = new Date()): Promise<KeyHolder | null> {
  const [row] = await db()
    .select({
      id: apiKeys.id,
      lastUsedAt: apiKeys.lastUsedAt,
      kind: apiKeys.kind,
      scopes: apiKeys.scopes,
      partnerId: partners.id,
      name: partners.name,
    })
    .from(apiKeys)
    .innerJoin(partners, eq(partners.id, apiKeys.partnerId))
    .where(
      and(
        eq(apiKeys.keyHash, keyHash),
        isNull(apiKeys.revokedAt),
        or(isNull(apiKeys.expiresAt), gt(apiKeys.expiresAt, at)),
        isNull(partners.disabledAt),
      ),
    );
  if (!row) return null;
  return {
    actor: {
      kind: 'api_key',
      id: row.id,
      name: row.name,
      role: row.kind === 'sandbox' ? 'sandbox' : 'partner',
      officeId: null,
      officeIds: [],
      partnerId: row.partnerId,
      agencyId: null,
      sessionId: null,
      // What a sandbox key sends is forgotten: it is limited by its role.
      ...(row.kind === 'sandbox' ? {} : { scopes: row.scopes }),
    },
    lastUsedAt: row.lastUsedAt,
  };
}
