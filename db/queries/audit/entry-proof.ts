import 'server-only';
import { asc, eq, sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { logLine } from '@/db/log';
import { auditLog, leaves, seals } from '@/db/schema';
import { proofOf, rootOf } from '@/lib/audit/merkle';
import { entryLeaf, entryText, type SealedEntry } from '@/lib/audit/seal';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { NotFoundError } from '@/lib/kernel/errors';
import { isUuid } from '@/lib/kernel/ids';
import { SEALED_COLUMNS } from './sealed-entry';

/** All that shows one entry to be in the log under a head that somebody else keeps, without the rest of the log. */
export type EntryProof = {
  /** The text whose digest, behind a zero byte, is the leaf. */
  readonly entry: string;
  readonly leaf: string;
  /** From the leaf to the root: the digest beside it and its side; behind a byte of one, left before right. */
  readonly steps: readonly { readonly side: 'left' | 'right'; readonly digest: string }[];
  readonly seal: {
    readonly number: number;
    readonly entries: number;
    readonly root: string;
    readonly previous: string;
    readonly sealedAt: string;
    readonly head: string;
    readonly keyId: string;
    readonly signature: string;
  };
};

/** The proof that an entry is in the sealed log (RFC 6962, 2.1.1). @throws NotFoundError where there is none, no seal covers it yet, or it is not what was sealed */
export async function entryProof(actor: Actor, id: string): Promise<EntryProof> {
  authorise(actor, 'audit.read');
  const [own] = isUuid(id) ? await db().select().from(leaves).where(eq(leaves.auditId, id)) : [];
  if (!own) throw new NotFoundError('proof');
  const [[seal], under, { rows }] = await Promise.all([
    db().select().from(seals).where(eq(seals.number, own.seal)),
    db().select({ leaf: leaves.leaf }).from(leaves).where(eq(leaves.seal, own.seal)).orderBy(asc(leaves.place)),
    db().execute<SealedEntry>(sql`
      select ${SEALED_COLUMNS} from ${auditLog} a where a.id = ${id}::uuid and a.received_on = ${own.receivedOn}::date`),
  ]);
  const [entry] = rows;
  if (!seal || !entry) throw new NotFoundError('proof');
  const digests = under.map(({ leaf }) => leaf);
  if (
    !entryLeaf(entry).equals(own.leaf) ||
    !digests[own.place]?.equals(own.leaf) ||
    !rootOf(digests).equals(seal.root)
  ) {
    logLine('error', 'audit.proof_broken', { entry: id, seal: seal.number });
    throw new NotFoundError('proof');
  }
  return {
    entry: entryText(entry),
    leaf: own.leaf.toString('hex'),
    steps: proofOf(digests, own.place).map(({ side, digest }) => ({ side, digest: digest.toString('hex') })),
    seal: {
      ...{ number: seal.number, entries: seal.entries, keyId: seal.keyId, sealedAt: seal.sealedAt.toISOString() },
      ...{ root: seal.root.toString('hex'), previous: seal.previous.toString('hex'), head: seal.head.toString('hex') },
      signature: seal.signature.toString('base64'),
    },
  };
}
