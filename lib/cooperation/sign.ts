import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';
import { canonicalJson } from './canonical';
import { PACKAGE_FORMAT, PACKAGE_VERSION, type PackageContent } from './package';

/** What stands before the signed text, so that a signature made for this is good for nothing else. */
const signedBytes = (content: unknown): Buffer =>
  Buffer.from(`${PACKAGE_FORMAT} ${PACKAGE_VERSION}\n${canonicalJson(content)}`, 'utf8');

/** The name of a public key: SHA-256 of its SPKI in DER, hexadecimal; both sides read it out to each other. */
export const fingerprintOf = (publicKey: KeyObject): string =>
  createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex');

/** Reads the public key of an administration from PEM; null for anything but Ed25519 (RFC 8032), private keys included. */
export function readPublicKey(pem: string): { readonly pem: string; readonly fingerprint: string } | null {
  const plain = pem.trim();
  if (!/^-----BEGIN PUBLIC KEY-----[A-Za-z0-9+/=\s]+-----END PUBLIC KEY-----$/.test(plain)) return null;
  try {
    const key = createPublicKey(plain);
    if (key.asymmetricKeyType !== 'ed25519') return null;
    return { pem: String(key.export({ type: 'spki', format: 'pem' })), fingerprint: fingerprintOf(key) };
  } catch {
    return null;
  }
}

/** A new pair of keys (Ed25519), as PEM. */
export function newKeyPair(): {
  readonly privatePem: string;
  readonly publicPem: string;
  readonly fingerprint: string;
} {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    privatePem: String(privateKey.export({ type: 'pkcs8', format: 'pem' })),
    publicPem: String(publicKey.export({ type: 'spki', format: 'pem' })),
    fingerprint: fingerprintOf(publicKey),
  };
}

/** The file of a package, signed. @throws RangeError for what a package cannot hold */
export function signedPackage(content: PackageContent, privatePem: string): Buffer {
  const privateKey = createPrivateKey(privatePem);
  const signature = {
    algorithm: 'Ed25519',
    key: fingerprintOf(createPublicKey(privateKey)),
    value: sign(null, signedBytes(content), privateKey).toString('base64'),
  };
  const file = { format: PACKAGE_FORMAT, version: PACKAGE_VERSION, content, signature };
  return Buffer.from(`${canonicalJson(file)}\n`, 'utf8');
}

/** Fingerprint of the key that one of our own files was signed with. */
export function signingKeyOf(file: Uint8Array): string {
  const { signature } = JSON.parse(Buffer.from(file).toString('utf8')) as { signature: { key: string } };
  return signature.key;
}

/** Whether a signature is that of a key over a content. */
export function isSignedBy(content: unknown, value: string, publicPem: string): boolean {
  return verify(null, signedBytes(content), createPublicKey(publicPem), Buffer.from(value, 'base64'));
}
