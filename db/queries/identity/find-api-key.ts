import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import { db } from '@/db/connection';
import { apiKeys, partners } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';

export type KeyHolder = { readonly actor: Actor; readonly lastUsedAt: Date | null };

/** The partner behind a bearer key, by the key's hash. Takes no actor: it finds the actor. Null for unknown and revoked keys and disabled partners. */
export async function findApiKey(keyHash: string): Promise<KeyHolder | null> {
  const [row] = await db()
    .select({
      id: apiKeys.id,
      lastUsedAt: apiKeys.lastUsedAt,
      kind: apiKeys.kind,
      partnerId: partners.id,
      name: partners.name,
    })
    .from(apiKeys)
    .innerJoin(partners, eq(partners.id, apiKeys.partnerId))
    .where(and(eq(apiKeys.keyHash, keyHash), isNull(apiKeys.revokedAt), isNull(partners.disabledAt)));
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
    },
    lastUsedAt: row.lastUsedAt,
  };
}
