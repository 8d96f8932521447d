import 'server-only';
import { randomBytes } from 'node:crypto';
import { and, eq, isNotNull, isNull, lt } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { secretsInForce } from '@/db/env';
import { recoveryCodes, totps } from '@/db/schema';
import { newRecoveryCodes, RECOVERY_RANDOM_BYTES, recoveryCodeHash } from '@/lib/identity/recovery-code';
import { openSecret, SEAL_NONCE_BYTES, type SealOwner, sealSecret } from '@/lib/identity/sealed-secret';
import { isTotpCode, matchingStep } from '@/lib/identity/totp';

const ownerOf = (userId: string): SealOwner => ({ purpose: 'second-factor', id: userId });

/** Encrypts a secret of somebody with the key in force. */
export function sealFor(userId: string, secret: Uint8Array): string {
  return sealSecret(secret, ownerOf(userId), secretsInForce()[0], randomBytes(SEAL_NONCE_BYTES));
}

/** What was sealed for somebody, see `openSecret`. */
export function openFor(userId: string, sealed: string): ReturnType<typeof openSecret> {
  return openSecret(sealed, ownerOf(userId), secretsInForce());
}

/**
 * Takes a code of the second factor, once: of the authenticator, or one of those for recovery. Of two who send the same code at once one
 * is told that it is wrong. Gives which it was; null for a wrong one, and where there is no second factor.
 */
export async function takeCode(tx: Tx, userId: string, typed: string, at: Date): Promise<'code' | 'recovery' | null> {
  const [enrolled] = await tx
    .select()
    .from(totps)
    .where(and(eq(totps.userId, userId), isNotNull(totps.enrolledAt)));
  if (!enrolled) return null;
  if (!isTotpCode(typed)) return (await takeRecoveryCode(tx, userId, typed, at)) ? 'recovery' : null;
  const opened = openFor(userId, enrolled.sealedSecret);
  const step = opened && matchingStep(opened.content, typed, enrolled.lastStep, at);
  if (!opened || step === null) return null;
  const taken = await tx
    .update(totps)
    .set({ lastStep: step, ...(opened.isCurrent ? {} : { sealedSecret: sealFor(userId, opened.content) }) })
    .where(and(eq(totps.userId, userId), lt(totps.lastStep, step), eq(totps.sealedSecret, enrolled.sealedSecret)))
    .returning({ userId: totps.userId });
  return taken.length > 0 ? 'code' : null;
}

async function takeRecoveryCode(tx: Tx, userId: string, typed: string, at: Date): Promise<boolean> {
  const taken = await tx
    .update(recoveryCodes)
    .set({ usedAt: at })
    .where(
      and(
        eq(recoveryCodes.userId, userId),
        eq(recoveryCodes.codeHash, recoveryCodeHash(userId, typed)),
        isNull(recoveryCodes.usedAt),
      ),
    )
    .returning({ userId: recoveryCodes.userId });
  return taken.length > 0;
}

/** Puts ten new recovery codes in the place of what there was; they are told once, and kept as hashes. */
export async function replaceRecoveryCodes(tx: Tx, userId: string): Promise<string[]> {
  const codes = newRecoveryCodes(randomBytes(RECOVERY_RANDOM_BYTES));
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
  await tx
    .insert(recoveryCodes)
    .values(codes.map((code) => ({ userId, codeHash: recoveryCodeHash(userId, code), usedAt: null })));
  return codes;
}

/** Takes a second factor away with its recovery codes; whether there was one in use. */
export async function dropTotp(tx: Tx, userId: string): Promise<boolean> {
  const dropped = await tx
    .delete(totps)
    .where(and(eq(totps.userId, userId), isNotNull(totps.enrolledAt)))
    .returning({ userId: totps.userId });
  if (dropped.length > 0) await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
  return dropped.length > 0;
}
