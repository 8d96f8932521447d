import 'server-only';
import { and, count, eq, isNotNull, isNull } from 'drizzle-orm';
import { db } from '@/db/connection';
import { recoveryCodes, totps } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';

export type OwnTotp = { readonly enrolledAt: Date; readonly recoveryCodesLeft: number };

/** The actor's second factor; null where there is none in use. */
export async function getOwnTotp(actor: Actor): Promise<OwnTotp | null> {
  authorise(actor, 'identity.self');
  const [totp] = await db()
    .select({ enrolledAt: totps.enrolledAt })
    .from(totps)
    .where(and(eq(totps.userId, actor.id), isNotNull(totps.enrolledAt)));
  if (!totp?.enrolledAt) return null;
  const [left] = await db()
    .select({ count: count() })
    .from(recoveryCodes)
    .where(and(eq(recoveryCodes.userId, actor.id), isNull(recoveryCodes.usedAt)));
  return { enrolledAt: totp.enrolledAt, recoveryCodesLeft: left?.count ?? 0 };
}
