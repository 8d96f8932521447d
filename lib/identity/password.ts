import { scrypt, timingSafeEqual } from 'node:crypto';

/** Cost of one hash, recorded in each stored hash so that it may rise later: N is 2^`cost`. */
export type ScryptParameters = { readonly cost: number; readonly blockSize: number; readonly parallelism: number };

/** OWASP Password Storage Cheat Sheet, scrypt: N=2^15, r=8, p=3 (32 MiB). */
export const PASSWORD_PARAMETERS: ScryptParameters = { cost: 15, blockSize: 8, parallelism: 3 };

const HASH_BYTES = 32;
const STORED = /^scrypt\$(\d{5,8})\$(\d{1,2})\$(\d{1,2})\$([A-Za-z0-9_-]{16,})\$([A-Za-z0-9_-]{43})$/;

/** Shortest and longest password in characters (NIST SP 800-63B: at least 8, long ones allowed); the upper bound limits the work. */
export const PASSWORD_CHARS = { least: 10, most: 200 } as const;

function derive(password: string, salt: Uint8Array, n: number, r: number, p: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const options = { N: n, r, p, maxmem: 256 * n * r };
    scrypt(password.normalize('NFC'), salt, HASH_BYTES, options, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}

/** Hash to store: `scrypt$N$r$p$salt$hash`. The salt is at least 16 random bytes. */
export async function hashPassword(
  password: string,
  salt: Uint8Array,
  parameters: ScryptParameters = PASSWORD_PARAMETERS,
): Promise<string> {
  if (salt.length < 16) throw new RangeError('a salt has at least 16 bytes');
  const n = 2 ** parameters.cost;
  const key = await derive(password, salt, n, parameters.blockSize, parameters.parallelism);
  const base64 = Buffer.from(salt).toString('base64url');
  return ['scrypt', n, parameters.blockSize, parameters.parallelism, base64, key.toString('base64url')].join('$');
}

/** What an unknown account is compared with: the same work, never a match. */
export const UNKNOWN_ACCOUNT_HASH = `scrypt$32768$8$3$${'A'.repeat(22)}$${'A'.repeat(43)}`;

/** Whether the password belongs to the stored hash, in constant time; a damaged hash never matches. */
export async function verifyPassword(password: string, stored: string): Promise<boolean> {
  const [, n, r, p, salt, hash] = STORED.exec(stored) ?? [];
  if (!n || !r || !p || !salt || !hash || password.length > PASSWORD_CHARS.most) return false;
  const expected = Buffer.from(hash, 'base64url');
  const key = await derive(password, Buffer.from(salt, 'base64url'), Number(n), Number(r), Number(p));
  return stored !== UNKNOWN_ACCOUNT_HASH && timingSafeEqual(key, expected);
}

/** Whether the hash was made with other parameters than today's and should be replaced at the next sign-in. */
export function isOutdated(stored: string, parameters: ScryptParameters = PASSWORD_PARAMETERS): boolean {
  const [, n, r, p] = STORED.exec(stored) ?? [];
  return (
    Number(n) !== 2 ** parameters.cost || Number(r) !== parameters.blockSize || Number(p) !== parameters.parallelism
  );
}
