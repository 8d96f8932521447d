import type { NameToken, Part, Parts } from './normalise';
import { tokenSimilarity } from './token-similarity';

/** Tokens less alike than this are not the same word. */
export const PAIR_FLOOR = 0.8;

/** Words of both names that stand for each other. */
export type PartPair = { readonly a: Part; readonly b: Part; readonly similarity: number };

export type SimilarityOf = (a: NameToken, b: NameToken) => number;

function gather(found: PartPair[], as: readonly Part[], bs: readonly Part[], similarityOf: SimilarityOf): void {
  for (const a of as) {
    for (const b of bs) {
      const similarity = similarityOf(a.token, b.token);
      if (similarity >= PAIR_FLOOR) found.push({ a, b, similarity });
    }
  }
}

/** Pairs the words of two names by their best likeness, in any order; a word may stand for two neighbours written as one. */
export function align(a: Parts, b: Parts, similarityOf: SimilarityOf = tokenSimilarity): readonly PartPair[] {
  const pairs: PartPair[] = [];
  gather(pairs, a.single, b.single, similarityOf);
  gather(pairs, a.joined, b.single, similarityOf);
  gather(pairs, a.single, b.joined, similarityOf);
  pairs.sort(
    (x, y) =>
      y.similarity - x.similarity ||
      y.a.token.weight + y.b.token.weight - x.a.token.weight - x.b.token.weight ||
      x.a.from + x.b.from - y.a.from - y.b.from,
  );
  let [usedA, usedB] = [0, 0];
  return pairs.filter((pair) => {
    const [maskA, maskB] = [maskOf(pair.a), maskOf(pair.b)];
    if ((usedA & maskA) !== 0 || (usedB & maskB) !== 0) return false;
    usedA |= maskA;
    usedB |= maskB;
    return true;
  });
}

function maskOf({ from, to }: Part): number {
  return ((1 << to) - 1) & ~((1 << from) - 1);
}
