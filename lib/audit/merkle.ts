import { createHash } from 'node:crypto';

/** A digest of 32 bytes. */
export type Digest = Buffer;

/** One step from a leaf to the root: the digest beside it, and on which side that stands. */
export type ProofStep = { readonly side: 'left' | 'right'; readonly digest: Digest };

/** What a digest is of: without it an inner node could pass for an entry (RFC 6962, 2.1). */
const [LEAF, NODE] = [Buffer.from([0]), Buffer.from([1])];

const sha256 = (...parts: readonly Uint8Array[]): Digest => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** The digest of an entry, as RFC 6962 (2.1) has it. */
export const leafOf = (entry: Uint8Array): Digest => sha256(LEAF, entry);

/** The root of the Merkle tree over leaves, in their order: RFC 6962, 2.1. Of none it is the digest of nothing. */
export function rootOf(leaves: readonly Digest[]): Digest {
  const [first] = leaves;
  if (!first) return sha256();
  if (leaves.length === 1) return first;
  const split = splitOf(leaves.length);
  return sha256(NODE, rootOf(leaves.slice(0, split)), rootOf(leaves.slice(split)));
}

/** The steps from the leaf at a place to the root: RFC 6962, 2.1.1. @throws RangeError where there is no such leaf */
export function proofOf(leaves: readonly Digest[], place: number): ProofStep[] {
  if (!(place >= 0 && place < leaves.length)) throw new RangeError(`there is no leaf ${place} of ${leaves.length}`);
  if (leaves.length === 1) return [];
  const split = splitOf(leaves.length);
  return place < split
    ? [...proofOf(leaves.slice(0, split), place), { side: 'right', digest: rootOf(leaves.slice(split)) }]
    : [...proofOf(leaves.slice(split), place - split), { side: 'left', digest: rootOf(leaves.slice(0, split)) }];
}

/** The root that a leaf and its steps come to. */
export function rootFrom(leaf: Digest, steps: readonly ProofStep[]): Digest {
  return steps.reduce((digest, step) => {
    return step.side === 'left' ? sha256(NODE, step.digest, digest) : sha256(NODE, digest, step.digest);
  }, leaf);
}

/** The greatest power of two below a number of leaves. */
function splitOf(leaves: number): number {
  let split = 1;
  while (split * 2 < leaves) split *= 2;
  return split;
}
