import type { SimilarityOf } from './align';
import { type Comparison, compareNames } from './match';
import type { NameToken, Part, ScreenKey } from './normalise';
import { tokenSimilarity } from './token-similarity';
import { Vocabulary } from './vocabulary';

/** Share of the lighter name's weight that has to be found in common before two names are compared word by word. */
const COMMON_SHARE = 0.6;

/** The words a name is found by: those that many names have find it only where it has no others. */
function tellingParts({ parts }: ScreenKey): readonly Part[] {
  const kinds = (...kinds: readonly NameToken['kind'][]) =>
    parts.single.filter(({ token }) => kinds.includes(token.kind));
  const telling = kinds('word', 'figure', 'patronymic');
  if (telling.length > 0) return telling;
  const general = kinds('general');
  return general.length > 0 ? general : parts.single;
}

const lettersOf = ({ key }: ScreenKey) => key.replaceAll(' ', '');
const weightOf = (parts: readonly Part[]) => parts.reduce((sum, { token }) => sum + token.weight, 0);

/**
 * Many names side by side, found by their words: each word of a name is looked up once, the names that have enough of such words are
 * compared word by word, and what was found of the words is used again.
 */
export class ListedNames {
  private readonly keys: ScreenKey[] = [];
  private readonly vocabulary = new Vocabulary();
  private readonly idOf = new Map<NameToken, number>();
  /** Names by the number of a word they have, two neighbours written as one included. */
  private readonly postings: number[][] = [];
  /** Names by their letters without blanks: whatever way they are cut into words. */
  private readonly byLetters = new Map<string, number[]>();
  private readonly weights: number[] = [];
  private common = new Float64Array(0);
  private seenFor = new Uint32Array(0);
  private stamp = 0;

  /** Adds a name and answers its place. */
  add(key: ScreenKey): number {
    const place = this.keys.push(key) - 1;
    this.weights.push(weightOf(tellingParts(key)));
    for (const { token } of [...key.parts.single, ...key.parts.joined]) {
      const id = this.vocabulary.enter(token);
      this.idOf.set(token, id);
      const names = this.postings[id];
      if (!names) this.postings[id] = [place];
      else if (names.at(-1) !== place) names.push(place);
    }
    const letters = lettersOf(key);
    const equal = this.byLetters.get(letters);
    if (equal) equal.push(place);
    else this.byLetters.set(letters, [place]);
    return place;
  }

  get size(): number {
    return this.keys.length;
  }

  /** Names that reach a similarity, by their place, with the comparison. */
  near(key: ScreenKey, from: number): { readonly place: number; readonly comparison: Comparison }[] {
    const similarityOf: SimilarityOf = (a, b) =>
      a.kind === 'initial' || b.kind === 'initial'
        ? tokenSimilarity(a, b)
        : (this.vocabulary.near(a).get(this.idOf.get(b) ?? -1) ?? 0);
    return this.candidates(key).flatMap((place) => {
      const listed = this.keys[place];
      const comparison = listed ? compareNames(key, listed, similarityOf) : null;
      return comparison && comparison.similarity >= from ? [{ place, comparison }] : [];
    });
  }

  private candidates(key: ScreenKey): readonly number[] {
    if (this.common.length < this.keys.length) {
      this.common = new Float64Array(this.keys.length);
      this.seenFor = new Uint32Array(this.keys.length);
    }
    const touched: number[] = [];
    const telling = tellingParts(key);
    const own = weightOf(telling);
    for (const { token } of telling) this.gather(token, touched);
    for (const { token } of key.parts.joined) this.gather(token, touched);
    const found = touched.filter(
      (place) => (this.common[place] ?? 0) >= COMMON_SHARE * Math.min(own, this.weights[place] ?? 0),
    );
    for (const place of touched) this.common[place] = 0;
    const equal = this.byLetters.get(lettersOf(key));
    return equal ? [...new Set([...found, ...equal])] : found;
  }

  /** Credits every name that has a word like a token with the token's weight, once a token. */
  private gather(token: NameToken, touched: number[]): void {
    this.stamp += 1;
    const { common, seenFor, stamp } = this;
    for (const id of this.vocabulary.near(token).keys()) {
      for (const place of this.postings[id] ?? []) {
        if (seenFor[place] === stamp) continue;
        seenFor[place] = stamp;
        const before = common[place] ?? 0;
        if (before === 0) touched.push(place);
        common[place] = before + token.weight;
      }
    }
  }
}
