import { sha256Hex } from '@/lib/kernel/ids';

/** live: what it sends counts. sandbox: what it sends is judged, answered and forgotten. */
export const KEY_KINDS = ['live', 'sandbox'] as const;
export type KeyKind = (typeof KEY_KINDS)[number];

const SANDBOX = 'lux_sandbox_';

/** A partner's bearer key: `lux_`, for a sandbox `lux_sandbox_`, and 32 random bytes. */
export const API_KEY = /^lux_(?:sandbox_)?[A-Za-z0-9_-]{43}$/;

/** The key made of 32 random bytes; its beginning says for whoever holds it what it is. @throws RangeError for another length */
export function apiKeyText(random: Uint8Array, kind: KeyKind = 'live'): string {
  if (random.length !== 32) throw new RangeError('a key is made of 32 random bytes');
  return `${kind === 'sandbox' ? SANDBOX : 'lux_'}${Buffer.from(random).toString('base64url')}`;
}

/** What is kept of a key. Its 256 random bits need no slow hash: they cannot be guessed. */
export function apiKeyHash(key: string): string {
  return sha256Hex(key);
}

/** What is shown of a key to tell it from others: its kind and the first eight random characters. */
export function apiKeyPrefix(key: string): string {
  return key.slice(0, (key.startsWith(SANDBOX) ? SANDBOX.length : 4) + 8);
}
