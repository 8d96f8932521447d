import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';

/** Bytes of the random start value of one sealing. */
export const SEAL_NONCE_BYTES = 12;
const SEALED = /^v1\.([A-Za-z0-9_-]{16})\.([A-Za-z0-9_-]{22})\.([A-Za-z0-9_-]+)$/;

/** What is sealed: each has keys of its own. The word goes into the key, so that a renamed one opens nothing. */
export type SealPurpose = 'second-factor' | 'exchange';
/** Whose a sealed secret is: moved to another row, or taken for another purpose, it does not open. */
export type SealOwner = { readonly purpose: SealPurpose; readonly id: string };

/** A key of its own for one purpose (RFC 5869), so that what signs sessions encrypts nothing. */
function keyOf(secret: string, purpose: SealPurpose): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, 'luxor', purpose, 32));
}

/** Whether a text is a sealed one; what stands before anything was sealed is not. */
export const isSealed = (text: string): boolean => SEALED.test(text);

/** Encrypts what the database must keep and may not know (AES-256-GCM), bound to `owner`. `nonce` is `SEAL_NONCE_BYTES` random bytes. */
export function sealSecret(content: Uint8Array, { purpose, id }: SealOwner, secret: string, nonce: Uint8Array): string {
  if (nonce.length !== SEAL_NONCE_BYTES) throw new RangeError(`a nonce has ${SEAL_NONCE_BYTES} bytes`);
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret, purpose), nonce).setAAD(Buffer.from(id));
  const body = Buffer.concat([cipher.update(content), cipher.final()]);
  return ['v1', ...[nonce, cipher.getAuthTag(), body].map((part) => Buffer.from(part).toString('base64url'))].join('.');
}

/**
 * What was sealed, and whether by the first of the secrets, which is the one in force; null where none opens it: changed, of another
 * owner, or of a secret that is gone.
 */
export function openSecret(
  sealed: string,
  { purpose, id }: SealOwner,
  secrets: readonly string[],
): { content: Buffer; isCurrent: boolean } | null {
  const [nonce, tag, body] = (SEALED.exec(sealed) ?? []).slice(1).map((part) => Buffer.from(part, 'base64url'));
  if (!nonce || !tag || !body) return null;
  for (const [index, secret] of secrets.entries()) {
    try {
      const cipher = createDecipheriv('aes-256-gcm', keyOf(secret, purpose), nonce, { authTagLength: 16 });
      cipher.setAAD(Buffer.from(id)).setAuthTag(tag);
      return { content: Buffer.concat([cipher.update(body), cipher.final()]), isCurrent: index === 0 };
    } catch {
      // Sealed by another of them, or by none.
    }
  }
  return null;
}
