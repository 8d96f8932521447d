import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { type Digest, leafOf } from './merkle';

/** A row of the audit log as it is sealed: each column as the database writes it, instants to the microsecond in UTC. */
export type SealedEntry = {
  readonly id: string;
  readonly received_on: string;
  readonly at: string;
  readonly actor_id: string;
  readonly actor_name: string;
  readonly role: string;
  readonly office_id: string | null;
  readonly action: string;
  readonly subject_type: string;
  readonly subject_id: string;
  readonly details: string;
  readonly reason: string | null;
};

/** The columns of a sealed entry, in the order in which they are digested. */
export const ENTRY_COLUMNS = [
  'id',
  'received_on',
  'at',
  'actor_id',
  'actor_name',
  'role',
  'office_id',
  'action',
  'subject_type',
  'subject_id',
  'details',
  'reason',
] as const satisfies readonly (keyof SealedEntry)[];

/** The text of an entry whose digest is its leaf: its columns as a JSON array. */
export const entryText = (entry: SealedEntry): string => JSON.stringify(ENTRY_COLUMNS.map((name) => entry[name]));

export const entryLeaf = (entry: SealedEntry): Digest => leafOf(Buffer.from(entryText(entry), 'utf8'));

/** A batch of entries put under one root, chained to the one before. */
export type Seal = {
  /** From 1, without gaps. */
  readonly number: number;
  readonly entries: number;
  readonly root: Digest;
  /** The head of the seal before; 32 zero bytes for the first. */
  readonly previous: Digest;
  readonly sealedAt: Date;
};

/** Before the first seal. */
export const NO_HEAD: Digest = Buffer.alloc(32);
/** What a digest is of, beside leaf (0) and node (1) of RFC 6962. */
const HEAD = Buffer.from([2]);

/** What stands for a seal and all before it: the digest of its number, size, time, root and of the head before. */
export function headOf({ number, entries, root, previous, sealedAt }: Seal): Digest {
  const facts = Buffer.alloc(24);
  facts.writeBigUInt64BE(BigInt(number), 0);
  facts.writeBigUInt64BE(BigInt(entries), 8);
  facts.writeBigUInt64BE(BigInt(sealedAt.getTime()), 16);
  return createHash('sha256').update(HEAD).update(facts).update(previous).update(root).digest();
}

/** The short name of a public key: the first half of its digest, in hexadecimal digits. */
export const keyIdOf = (publicKey: KeyObject): string =>
  createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex')
    .slice(0, 32);

/** A key to sign heads with (Ed25519, RFC 8032), from PEM. @throws Error where it is none */
export function signingKey(pem: string): {
  readonly privateKey: KeyObject;
  readonly publicPem: string;
  readonly keyId: string;
} {
  const privateKey = createPrivateKey(pem);
  const publicKey = createPublicKey(privateKey);
  if (publicKey.asymmetricKeyType !== 'ed25519') throw new Error('the key that signs the audit log is not of Ed25519');
  return {
    privateKey,
    publicPem: String(publicKey.export({ type: 'spki', format: 'pem' })),
    keyId: keyIdOf(publicKey),
  };
}

export const signHead = (head: Digest, privateKey: KeyObject): Buffer => sign(null, head, privateKey);

export const isSigned = (head: Digest, signature: Uint8Array, publicKey: KeyObject): boolean =>
  verify(null, head, publicKey, signature);

/** A head as it leaves the database: one line of a file, or the body of a message. */
export type PublishedHead = {
  readonly number: number;
  readonly entries: number;
  readonly head: string;
  readonly sealedAt: string;
  readonly keyId: string;
  readonly signature: string;
};

/** Reads a file of published heads, and gives the numbers of lines that are none: a full disk tears one. */
export function readHeads(text: string): {
  readonly heads: readonly PublishedHead[];
  readonly unread: readonly number[];
} {
  const heads: PublishedHead[] = [];
  const unread: number[] = [];
  text.split('\n').forEach((line, index) => {
    if (line.trim() === '') return;
    const head = parsed(line);
    if (head) heads.push(head);
    else unread.push(index + 1);
  });
  return { heads, unread };
}

function parsed(line: string): PublishedHead | null {
  try {
    const head = JSON.parse(line) as PublishedHead;
    const isWhole =
      Number.isSafeInteger(head.number) && /^[0-9a-f]{64}$/.test(head.head) && typeof head.keyId === 'string';
    return isWhole && typeof head.signature === 'string' ? head : null;
  } catch {
    return null;
  }
}
