import { sha256Hex } from '@/lib/kernel/ids';

/** A partner's bearer key: `lux_` and 32 random bytes. */
export const API_KEY = /^lux_[A-Za-z0-9_-]{43}$/;

/** The key made of 32 random bytes. @throws RangeError for another length */
export function apiKeyText(random: Uint8Array): string {
  if (random.length !== 32) throw new RangeError('a key is made of 32 random bytes');
  return `lux_${Buffer.from(random).toString('base64url')}`;
}

/** What is kept of a key. Its 256 random bits need no slow hash: they cannot be guessed. */
export function apiKeyHash(key: string): string {
  return sha256Hex(key);
}

/** What is shown of a key to tell it from others: its first twelve characters. */
export function apiKeyPrefix(key: string): string {
  return key.slice(0, 12);
}
