import { createHmac, timingSafeEqual } from 'node:crypto';
import { sha256Hex } from '@/lib/kernel/ids';

const TOKEN = /^([A-Za-z0-9_-]{22})\.([A-Za-z0-9_-]{43})$/;

function signature(accountKey: string, device: string, secret: string): Buffer {
  return createHmac('sha256', secret).update(`known-device:${accountKey}:${device}`).digest();
}

/**
 * What a browser keeps after a successful sign-in: proof that it once knew the password of this account, and nothing more.
 * `device` is 16 random bytes. (OWASP: slow down online guessing attacks with device cookies.)
 */
export function deviceToken(accountKey: string, device: Uint8Array, secret: string): string {
  const id = Buffer.from(device).toString('base64url');
  return `${id}.${signature(accountKey, id, secret).toString('base64url')}`;
}

/** Key under which the failures of a known device are counted; null when the token is not this account's. */
export function knownDeviceKey(token: string | null, accountKey: string, secret: string): string | null {
  const [, device, given] = TOKEN.exec(token ?? '') ?? [];
  if (!device || !given) return null;
  const expected = signature(accountKey, device, secret);
  const received = Buffer.from(given, 'base64url');
  if (received.length !== expected.length || !timingSafeEqual(received, expected)) return null;
  return sha256Hex(`device:${device}`);
}

/** One cookie an account, so that colleagues who share a counter do not push each other out. */
export function deviceCookieName(accountKey: string): string {
  return `luxor.device.${accountKey.slice(0, 12)}`;
}

/** How long a device stays known after its last sign-in. */
export const KNOWN_DEVICE_SECONDS = 90 * 86_400;
