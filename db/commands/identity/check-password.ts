import 'server-only';
import { randomBytes, randomUUID } from 'node:crypto';
import { and, eq, gt, lt, sql } from 'drizzle-orm';
import { writeAudit } from '@/db/audit';
import type { Tx } from '@/db/connection';
import { loginAttempts, partners, users } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';
import { hashPassword, isOutdated, UNKNOWN_ACCOUNT_HASH, verifyPassword } from '@/lib/identity/password';
import { accountKeyOf, isThrottled, THROTTLE, UNKNOWN_ADDRESS } from '@/lib/identity/throttle';

export type SignInTry = {
  readonly email: string;
  readonly password: string;
  /** Key of the network prefix, see lib/identity/throttle. */
  readonly addressKey: string;
  /** Key of the browser where it signed in to this account before. */
  readonly deviceKey: string | null;
};

export type SignInAnswer = { readonly userId: string } | { readonly refused: 'wrong' | 'throttled' };

/**
 * Checks an e-mail address and password. Takes no actor: nobody is signed in yet. The try is counted before the password is looked at,
 * under a lock per account, so that many tries at once count as many; a success takes it back. Known and unknown accounts cost the same work.
 */
export async function checkPassword(tried: SignInTry, at = new Date()): Promise<SignInAnswer> {
  const accountKey = accountKeyOf(tried.email);
  const place = tried.deviceKey ?? tried.addressKey;
  const attemptId = await inTransaction((tx) => countTry(tx, tried, accountKey, place, at));
  if (attemptId === null) return { refused: 'throttled' };

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
    await tx
      .delete(loginAttempts)
      .where(and(eq(loginAttempts.accountKey, accountKey), eq(loginAttempts.addressKey, place)));
    await tx.delete(loginAttempts).where(lt(loginAttempts.attemptedAt, new Date(at.getTime() - 86_400_000)));
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

/** Writes the try down and gives its id; null when there were too many. */
async function countTry(tx: Tx, tried: SignInTry, accountKey: string, place: string, at: Date): Promise<string | null> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${accountKey}, 0))`);
  const since = (windowMs: number) => new Date(at.getTime() - windowMs);
  const counts = {
    pair: await tx.$count(
      loginAttempts,
      and(
        eq(loginAttempts.accountKey, accountKey),
        eq(loginAttempts.addressKey, place),
        gt(loginAttempts.attemptedAt, since(THROTTLE.pair.windowMs)),
      ),
    ),
    account: await tx.$count(
      loginAttempts,
      and(eq(loginAttempts.accountKey, accountKey), gt(loginAttempts.attemptedAt, since(THROTTLE.account.windowMs))),
    ),
    address: await tx.$count(
      loginAttempts,
      and(
        eq(loginAttempts.addressKey, tried.addressKey),
        gt(loginAttempts.attemptedAt, since(THROTTLE.address.windowMs)),
      ),
    ),
  };
  const from = { knownDevice: tried.deviceKey !== null, addressKnown: tried.addressKey !== UNKNOWN_ADDRESS };
  if (isThrottled(counts, from)) return null;
  const id = randomUUID();
  await tx.insert(loginAttempts).values({ id, accountKey, addressKey: place, attemptedAt: at });
  return id;
}

async function findUser(tx: Tx, email: string) {
  const [row] = await tx
    .select({
      id: users.id,
      passwordHash: users.passwordHash,
      isDisabled: sql<boolean>`(${users.disabledAt} is not null or ${partners.disabledAt} is not null)`,
    })
    .from(users)
    .leftJoin(partners, eq(partners.id, users.partnerId))
    .where(sql`lower(${users.email}) = ${email.normalize('NFKC').trim().toLowerCase()}`);
  return row;
}
