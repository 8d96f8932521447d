import { createHash } from 'node:crypto';

/** SHA-256 of text or bytes in lower-case hexadecimal. */
export function sha256Hex(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** A UUID (version 8, RFC 9562) derived from the parts: the same parts give the same id on every machine. */
export function derivedId(...parts: readonly string[]): string {
  const hex = sha256Hex(parts.map((part) => `${part.length}:${part}`).join('\n'));
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Identity of a consignment: partner and the partner's reference, so that a resend finds the same row without a look-up. */
export function consignmentIdOf(partnerId: string, reference: string): string {
  return derivedId('consignment', partnerId, reference);
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether text from outside may be used as a UUID parameter. */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}
