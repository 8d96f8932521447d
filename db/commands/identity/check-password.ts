import 'server-only';
import { randomBytes } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import { writeAudit } from '@/db/audit';
import type { Tx } from '@/db/connection';
import { partners, totps, users } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';
import { hashPassword, isOutdated, UNKNOWN_ACCOUNT_HASH, verifyPassword } from '@/lib/identity/password';
import { accountKeyOf } from '@/lib/identity/throttle';
import { countTry, forgetTries, type TryPlace } from './count-try';

export type SignInTry = TryPlace & { readonly email: string; readonly password: string };

export type SignInAnswer = { readonly userId: string } | { readonly refused: 'wrong' | 'throttled' };

/**
 * Checks an e-mail address and password. Takes no actor: nobody is signed in yet. The try is counted before the password is looked at,
 * under a lock per account, so that many tries at once count as many; a success takes it back. Known and unknown accounts cost the same work.
 */
export async function checkPassword(tried: SignInTry, at = new Date()): Promise<SignInAnswer> {
  const accountKey = accountKeyOf(tried.email);
  if (!(await inTransaction((tx) => countTry(tx, accountKey, tried, at)))) return { refused: 'throttled' };

  const user = await inTransaction(async (tx) => findUser(tx, tried.email));
  const matches = await verifyPassword(tried.password, user?.passwordHash ?? UNKNOWN_ACCOUNT_HASH);
  if (!user || !matches || user.isDisabled) {
    await inTransaction((tx) =>
      writeAudit(
        tx,
        SYSTEM_ACTOR,
        { action: 'identity.sign_in_failed', subjectType: 'user', subjectId: user?.id ?? 'unknown' },
        at,
      ),
    );
    return { refused: 'wrong' };
  }
  await inTransaction(async (tx) => {
    // Who has a second factor is not in yet: until it is given, the password may not be tried without end.
    if (!user.hasSecond) await forgetTries(tx, accountKey, tried, at);
    if (user.passwordHash && isOutdated(user.passwordHash)) {
      const passwordHash = await hashPassword(tried.password, randomBytes(16));
      await tx
        .update(users)
        .set({ passwordHash })
        .where(and(eq(users.id, user.id), eq(users.passwordHash, user.passwordHash)));
    }
  });
  return { userId: user.id };
}

async function findUser(tx: Tx, email: string) {
  const [row] = await tx
    .select({
      id: users.id,
      passwordHash: users.passwordHash,
      isDisabled: sql<boolean>`(${users.disabledAt} is not null or ${partners.disabledAt} is not null)`,
      hasSecond: sql<boolean>`(${totps.enrolledAt} is not null)`,
    })
    .from(users)
    .leftJoin(partners, eq(partners.id, users.partnerId))
    .leftJoin(totps, eq(totps.userId, users.id))
    .where(sql`lower(${users.email}) = ${email.normalize('NFKC').trim().toLowerCase()}`);
  return row;
}
