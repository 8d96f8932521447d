import { isQuality } from './kindred-headings';
import { singular } from './words';

const LEAST_COMPLETED = 4;

/** Consonants of a word, doubled ones once: `lpstck` is what is left of `lipstick`. */
export function skeletonOf(word: string): string {
  return word.replace(/(?<=.)[aeiou]/g, '').replace(/(.)\1+/g, '$1');
}

/** Reads words that are not known as such by those that are: without vowels, put together, or cut off. */
export class DerivedWords {
  private readonly bySkeleton = new Map<string, string>();
  private readonly sorted: readonly string[];

  /** `known` tells of a word and of `=word`, by which a whole term of one word is known; of two words alike without vowels the more common is meant. */
  constructor(
    words: Iterable<string>,
    private readonly known: { has(word: string): boolean },
    commonness: (word: string) => number,
  ) {
    this.sorted = [...words].filter((word) => /^\p{L}{4,}$/u.test(word)).sort();
    for (const word of this.sorted) {
      const skeleton = skeletonOf(word);
      const other = this.bySkeleton.get(skeleton);
      if (skeleton.length > 2 && (other === undefined || commonness(other) < commonness(word)))
        this.bySkeleton.set(skeleton, word);
    }
  }

  /** The known word that an unknown one is without its vowels, ends with, or begins; null for none. */
  of(word: string, mayBeCut: boolean): string | null {
    if (word.length < LEAST_COMPLETED - 1) return null;
    const skeleton = skeletonOf(word);
    if (skeleton.length > 2 && skeleton.length * 5 >= word.length * 4) {
      const whole = this.bySkeleton.get(skeleton);
      if (whole !== undefined) return whole;
    }
    for (let cut = 3; cut + 3 <= word.length; cut += 1) {
      const [first, last] = [word.slice(0, cut), singular(word.slice(cut))];
      if ((this.known.has(first) || isQuality(first)) && this.known.has(`=${last}`)) return last;
    }
    if (!mayBeCut || word.length < LEAST_COMPLETED) return null;
    const completed = this.sorted[lowerBound(this.sorted, word)];
    return completed?.startsWith(word) ? completed : null;
  }
}

function lowerBound(sorted: readonly string[], word: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < word) low = middle + 1;
    else high = middle;
  }
  return low;
}
