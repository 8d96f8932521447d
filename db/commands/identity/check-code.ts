import 'server-only';
import { and, eq, isNotNull } from 'drizzle-orm';
import { writeAudit } from '@/db/audit';
import { db } from '@/db/connection';
import { totps } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';
import { sha256Hex } from '@/lib/kernel/ids';
import { countTry, forgetTries, type TryPlace } from './count-try';
import { takeCode } from './take-code';

export type CodeTry = TryPlace & {
  readonly userId: string;
  readonly code: string;
  /** At the sign-in: what the try of the password is counted under, to be taken back with that of the code. */
  readonly passwordKey?: string;
};
export type CodeAnswer =
  /** `none`: the person has no second factor, and needs none. */
  { readonly via: 'none' | 'code' | 'recovery' } | { readonly refused: 'needed' | 'wrong' | 'throttled' };

/** Longer than any code is typed; such a one is wrong, and a try as any other. */
const CODE_LENGTH_MAX = 40;

/**
 * Checks the second factor of somebody whose password was right, or who is signed in. Takes no actor: at the sign-in there is none yet.
 * Tries are counted as those of passwords are, by themselves: who knows the password has no more guesses at the code for it.
 */
export async function checkCode(tried: CodeTry, at = new Date()): Promise<CodeAnswer> {
  const { userId, code } = tried;
  const [enrolled] = await db()
    .select({ userId: totps.userId })
    .from(totps)
    .where(and(eq(totps.userId, userId), isNotNull(totps.enrolledAt)));
  if (!enrolled) return { via: 'none' };
  const about = { subjectType: 'user', subjectId: userId } as const;
  if (code.trim() === '') {
    // Who signs in comes by here and goes on; who only has the password stops here, and the log must tell. As many rows as tries of the
    // password, which are counted and not taken back before the code is right.
    if (tried.passwordKey !== undefined) {
      await inTransaction((tx) => writeAudit(tx, SYSTEM_ACTOR, { action: 'identity.ask_code', ...about }, at));
    }
    return { refused: 'needed' };
  }
  const accountKey = sha256Hex(`code:${userId}`);
  if (!(await inTransaction((tx) => countTry(tx, accountKey, tried, at)))) return { refused: 'throttled' };
  return inTransaction(async (tx) => {
    const via = code.length > CODE_LENGTH_MAX ? null : await takeCode(tx, userId, code, at);
    if (via === null) {
      const details = { via: 'code' };
      await writeAudit(tx, SYSTEM_ACTOR, { action: 'identity.sign_in_failed', ...about, details }, at);
      return { refused: 'wrong' };
    }
    await forgetTries(tx, accountKey, tried, at);
    if (tried.passwordKey !== undefined) await forgetTries(tx, tried.passwordKey, tried, at);
    if (via === 'recovery') await writeAudit(tx, SYSTEM_ACTOR, { action: 'identity.use_recovery_code', ...about }, at);
    return { via };
  });
}
