import 'server-only';
import { touch } from '@/db/commands/identity/touch';
import { findApiKey } from '@/db/queries/identity/find-api-key';
import type { Actor } from '@/lib/identity/actor';
import { API_KEY, apiKeyHash } from '@/lib/identity/api-key';
import { isTouchDue } from '@/lib/identity/session-life';

/** The partner behind `Authorization: Bearer lux_…`; null for anything else. */
export async function actorOfBearer(authorization: string): Promise<Actor | null> {
  const [, key] = /^Bearer ([^\s]+)$/i.exec(authorization) ?? [];
  if (!key || !API_KEY.test(key)) return null;
  const holder = await findApiKey(apiKeyHash(key));
  if (!holder) return null;
  const now = new Date();
  if (holder.lastUsedAt === null || isTouchDue(holder.lastUsedAt, now)) await touch(holder.actor, now);
  return holder.actor;
}
