import 'server-only';
import { randomBytes } from 'node:crypto';
import { eq, isNull } from 'drizzle-orm';
import { writeAudit } from '@/db/audit';
import { totps, users } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { requireConfirmed } from '@/lib/identity/step-up';
import { base32, otpauthUri, TOTP } from '@/lib/identity/totp';
import { NotFoundError, refuse } from '@/lib/kernel/errors';
import { sealFor } from './take-code';

/**
 * Makes the secret of a second factor, told once, here; it counts from the first code on, see `finishTotp`. Begun anew it is another
 * secret. @throws RefusedError `totp.enrolled`, `confirmation_needed`
 */
export async function beginTotp(actor: Actor, at = new Date()): Promise<{ secret: string; uri: string }> {
  authorise(actor, 'identity.self');
  requireConfirmed(actor, at);
  const secret = randomBytes(TOTP.secretBytes);
  return inTransaction(async (tx) => {
    const [user] = await tx.select({ email: users.email }).from(users).where(eq(users.id, actor.id));
    if (!user) throw new NotFoundError('user');
    const begun = { sealedSecret: sealFor(actor.id, secret), begunAt: at };
    const written = await tx
      .insert(totps)
      .values({ userId: actor.id, ...begun })
      .onConflictDoUpdate({ target: totps.userId, set: begun, setWhere: isNull(totps.enrolledAt) })
      .returning({ userId: totps.userId });
    if (written.length === 0) throw refuse('totp.enrolled');
    await writeAudit(tx, actor, { action: 'identity.begin_totp', subjectType: 'user', subjectId: actor.id }, at);
    return { secret: base32(secret), uri: otpauthUri(secret, user.email) };
  });
}
