import { sha256Hex } from '@/lib/kernel/ids';
import { oneTimePassword } from './one-time-password';

/** How many are made at once; each stands in for the second factor once. */
export const RECOVERY_CODES = 10;

/** Bytes that suffice for one code. */
const BYTES_EACH = 64;
export const RECOVERY_RANDOM_BYTES = RECOVERY_CODES * BYTES_EACH;

/** Ten codes of four groups of four signs (79 bits each), which needs no slow hash. @throws RangeError when the bytes do not suffice */
export function newRecoveryCodes(random: Uint8Array): string[] {
  return Array.from({ length: RECOVERY_CODES }, (_, index) =>
    oneTimePassword(random.subarray(index * BYTES_EACH, (index + 1) * BYTES_EACH)),
  );
}

/** What is kept of a code: however it is written, and of no use at another account. */
export function recoveryCodeHash(userId: string, typed: string): string {
  const signs = typed.normalize('NFKC').toLowerCase().replace(/[\s-]/g, '');
  return sha256Hex(`recovery:${userId}:${signs}`);
}
