import { createHmac, timingSafeEqual } from 'node:crypto';

export const SIGNATURE_HEADER = 'luxor-signature';

/** How old a delivery a receiver should take at most, and how far its clock may be ahead. */
export const REPLAY_SECONDS = 300;

/** A secret to sign with: `whs_` and 32 random bytes. @throws RangeError for another length */
export function secretText(random: Uint8Array): string {
  if (random.length !== 32) throw new RangeError('a secret is made of 32 random bytes');
  return `whs_${Buffer.from(random).toString('base64url')}`;
}

/** HMAC-SHA-256 over the time of sending in seconds, a point, and the body; lower-case hexadecimal. */
export function signatureOf(secret: string, seconds: number, body: string): string {
  return createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');
}

/**
 * The header of a delivery: `t=<seconds>,v1=<signature>`, with one `v1` for each secret in force while a secret is changed.
 */
export function signatureHeader(secrets: readonly string[], sentAt: Date, body: string): string {
  const seconds = Math.floor(sentAt.getTime() / 1000);
  return [`t=${seconds}`, ...secrets.map((secret) => `v1=${signatureOf(secret, seconds, body)}`)].join(',');
}

/** Whether a header signs this body with this secret, not long before `at`: what a receiver has to find out. */
export function isSignedBy(secret: string, header: string, body: string, at: Date): boolean {
  const parts = header.split(',').map((part) => part.split('='));
  const seconds = Number(parts.find(([name]) => name === 't')?.[1]);
  if (!(Math.abs(at.getTime() / 1000 - seconds) <= REPLAY_SECONDS)) return false;
  const expected = Buffer.from(signatureOf(secret, seconds, body));
  return parts.some(([name, value = '']) => {
    const given = Buffer.from(value);
    return name === 'v1' && given.length === expected.length && timingSafeEqual(given, expected);
  });
}
