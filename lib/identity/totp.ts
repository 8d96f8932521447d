import { createHmac, timingSafeEqual } from 'node:crypto';

/** RFC 6238 as authenticator applications agree on it: SHA-1, thirty seconds, six digits. */
export const TOTP = { stepSeconds: 30, digits: 6, secretBytes: 20, issuer: 'Luxor' } as const;

/** Steps before and after the present one whose code is taken as well: clocks differ, and typing takes time (RFC 6238, 5.2). */
const STEPS_ASIDE = 1;

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The number of whole steps since 1970. */
export function totpStepOf(at: Date): number {
  return Math.floor(at.getTime() / 1000 / TOTP.stepSeconds);
}

/** The code of one step (RFC 4226, 5.3). */
export function totpCode(secret: Uint8Array, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const digest = createHmac('sha1', secret).update(counter).digest();
  const offset = (digest.at(-1) ?? 0) & 0xf;
  const number = digest.readUInt32BE(offset) & 0x7fff_ffff;
  return String(number % 10 ** TOTP.digits).padStart(TOTP.digits, '0');
}

/**
 * The step whose code was typed; null for a wrong code, and for one of `lastStep` or before, which has been used. Every step is compared
 * in constant time.
 */
export function matchingStep(secret: Uint8Array, typed: string, lastStep: number, at: Date): number | null {
  const code = typed.replace(/\s/g, '');
  if (!isTotpCode(code)) return null;
  const now = totpStepOf(at);
  let match: number | null = null;
  for (let step = now - STEPS_ASIDE; step <= now + STEPS_ASIDE; step += 1) {
    const isEqual = timingSafeEqual(Buffer.from(totpCode(secret, step)), Buffer.from(code));
    if (isEqual && step > lastStep && match === null) match = step;
  }
  return match;
}

/** Whether it looks like a code of an authenticator, and not like one for recovery. */
export function isTotpCode(typed: string): boolean {
  return /^\d{6}$/.test(typed.replace(/\s/g, ''));
}

/** Bytes as letters that can be typed (RFC 4648, base 32 without padding). */
export function base32(bytes: Uint8Array): string {
  let bits = 0;
  let held = 0;
  let text = '';
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += ALPHABET[(held >>> bits) & 31];
      held &= (1 << bits) - 1;
    }
  }
  return bits > 0 ? text + ALPHABET[(held << (5 - bits)) & 31] : text;
}

/** What authenticator applications read from the picture (Key URI Format): whose account it is, and the secret. */
export function otpauthUri(secret: Uint8Array, account: string): string {
  const label = `${encodeURIComponent(TOTP.issuer)}:${encodeURIComponent(account)}`;
  const parameters = [
    `secret=${base32(secret)}`,
    `issuer=${encodeURIComponent(TOTP.issuer)}`,
    ...['algorithm=SHA1', `digits=${TOTP.digits}`, `period=${TOTP.stepSeconds}`],
  ];
  return `otpauth://totp/${label}?${parameters.join('&')}`;
}
