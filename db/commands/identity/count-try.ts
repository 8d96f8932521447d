import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, gt, lt, sql } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { loginAttempts } from '@/db/schema';
import { isThrottled, THROTTLE, UNKNOWN_ADDRESS } from '@/lib/identity/throttle';

/** Where somebody tries to prove who they are. */
export type TryPlace = {
  /** Key of the network prefix, see lib/identity/throttle. */
  readonly addressKey: string;
  /** Key of the browser where it signed in to this account before. */
  readonly deviceKey: string | null;
};

const placeKeyOf = (place: TryPlace): string => place.deviceKey ?? place.addressKey;

/**
 * Writes a try down before it is looked at, under a lock per account, so that many tries at once count as many. Whether it may be looked
 * at: false when there were too many.
 */
export async function countTry(tx: Tx, accountKey: string, from: TryPlace, at: Date): Promise<boolean> {
  const place = placeKeyOf(from);
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
        eq(loginAttempts.addressKey, from.addressKey),
        gt(loginAttempts.attemptedAt, since(THROTTLE.address.windowMs)),
      ),
    ),
  };
  const standing = { knownDevice: from.deviceKey !== null, addressKnown: from.addressKey !== UNKNOWN_ADDRESS };
  if (isThrottled(counts, standing)) return false;
  await tx.insert(loginAttempts).values({ id: randomUUID(), accountKey, addressKey: place, attemptedAt: at });
  return true;
}

/** Takes the tries at an account from one place back after a success, and those of everybody after a day. */
export async function forgetTries(tx: Tx, accountKey: string, from: TryPlace, at: Date): Promise<void> {
  await tx
    .delete(loginAttempts)
    .where(and(eq(loginAttempts.accountKey, accountKey), eq(loginAttempts.addressKey, placeKeyOf(from))));
  await tx.delete(loginAttempts).where(lt(loginAttempts.attemptedAt, new Date(at.getTime() - 86_400_000)));
}
