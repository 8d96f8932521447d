import { PAIR_FLOOR } from './align';
import type { NameToken } from './normalise';
import { LEAST_LENGTH_SHARE, SHORT_TOKEN, SOUND_LETTERS, tokenSimilarity } from './token-similarity';

/** Words that stay remembered: given names come again and again. */
const REMEMBERED = 10_000;
/** Letters from which on a word is found by three letters in a row; shorter ones by two. */
const TRIGRAMS_FROM = 8;
/** Share of a word's letter groups that a word like it has at least: a slip costs two groups of two letters, three of three. */
const SHARED_OF_TWO = 0.43;
const SHARED_OF_THREE = 0.3;

function gramsOf(text: string): readonly string[] {
  const size = text.length < TRIGRAMS_FROM ? 2 : 3;
  const edged = `^${text}$`;
  const grams = new Set<string>();
  for (let at = 0; at + size <= edged.length; at += 1) grams.add(edged.slice(at, at + size));
  return [...grams];
}

/** Letter groups of either size, so that words on both sides of the edge find each other. */
function allGramsOf(text: string): readonly string[] {
  const edged = `^${text}$`;
  const grams = new Set<string>();
  for (const size of [2, 3]) for (let at = 0; at + size <= edged.length; at += 1) grams.add(edged.slice(at, at + size));
  return [...grams];
}

/** Letter groups that a word like this one has at least. */
function leastShared(text: string, grams: number): number {
  if (text.length <= SHORT_TOKEN) return text.length - 1;
  return Math.floor(grams * (text.length < TRIGRAMS_FROM ? SHARED_OF_TWO : SHARED_OF_THREE));
}

function enter<Key>(index: Map<Key, number[]>, key: Key, id: number): void {
  const known = index.get(key);
  if (known) known.push(id);
  else index.set(key, [id]);
}

/**
 * Every word of the lists once, found by its letters, its consonants and the given name it is a spelling of. Names share most of
 * their words, so words are compared instead of names, and a word that came before is not compared again.
 */
export class Vocabulary {
  private readonly tokens: NameToken[] = [];
  private readonly ids = new Map<string, number>();
  private readonly byGram = new Map<string, number[]>();
  private readonly bySound = new Map<string, number[]>();
  private readonly remembered = new Map<string, ReadonlyMap<number, number>>();
  private shared = new Uint8Array(0);

  /** The number of a word, new ones are entered. */
  enter(token: NameToken): number {
    const name = token.isVowelless ? `'${token.text}` : token.kind === 'joined' ? `+${token.text}` : token.text;
    const known = this.ids.get(name);
    if (known !== undefined) return known;
    const id = this.tokens.push(token) - 1;
    this.ids.set(name, id);
    if (token.kind !== 'joined') for (const gram of allGramsOf(token.text)) enter(this.byGram, gram, id);
    for (const key of soundKeysOf(token)) enter(this.bySound, key, id);
    return id;
  }

  /** Words of the lists by their number that are like one enough to be its pair, with their likeness. */
  near(token: NameToken): ReadonlyMap<number, number> {
    const name = token.isVowelless ? `'${token.text}` : token.kind === 'joined' ? `+${token.text}` : token.text;
    const known = this.remembered.get(name);
    if (known) return known;
    const found = this.search(token);
    if (this.remembered.size >= REMEMBERED) this.remembered.clear();
    this.remembered.set(name, found);
    return found;
  }

  private isOfLength(id: number, length: number): boolean {
    const other = this.tokens[id]?.text.length ?? 0;
    return Math.min(length, other) >= Math.max(length, other) * LEAST_LENGTH_SHARE;
  }

  private search(token: NameToken): ReadonlyMap<number, number> {
    const found = new Map<number, number>();
    const compare = (id: number) => {
      const listed = this.tokens[id];
      const similarity = listed ? tokenSimilarity(token, listed) : 0;
      if (similarity >= PAIR_FLOOR) found.set(id, similarity);
    };
    for (const id of new Set(lookUpKeysOf(token).flatMap((key) => this.bySound.get(key) ?? []))) compare(id);
    if (token.kind === 'joined' || token.text.length === 1) return found;
    if (this.shared.length < this.tokens.length) this.shared = new Uint8Array(this.tokens.length);
    const { shared } = this;
    const grams = gramsOf(token.text);
    const least = leastShared(token.text, grams.length);
    const touched: number[] = [];
    for (const gram of grams) {
      for (const id of this.byGram.get(gram) ?? []) {
        const count = (shared[id] ?? 0) + 1;
        shared[id] = count;
        if (count === 1) touched.push(id);
      }
    }
    for (const id of touched) {
      if ((shared[id] ?? 0) >= least && !found.has(id) && this.isOfLength(id, token.text.length)) compare(id);
      shared[id] = 0;
    }
    return found;
  }
}

/** What a word is entered under beside its letters: consonants, what a script without vowels leaves, and the given name. */
function soundKeysOf({ text, kind, sound, skeleton, isVowelless, family }: NameToken): readonly string[] {
  const keys = [`=${text}`];
  if (family !== null) keys.push(`@${family}`);
  if (kind === 'joined') return sound.length > SOUND_LETTERS ? [...keys, `~${sound}`] : keys;
  if (sound.length >= SOUND_LETTERS) keys.push(`~${sound}`);
  if (text.length <= SHORT_TOKEN + 1) keys.push(`%${sound}`);
  if (skeleton !== '') keys.push(`${isVowelless ? '-' : '+'}${skeleton}`);
  return keys;
}

/** What a word is looked up by: as it is entered, but words without vowels meet those with, and the other way round. */
function lookUpKeysOf(token: NameToken): readonly string[] {
  return soundKeysOf(token).map((key) =>
    key.startsWith('-') ? `+${key.slice(1)}` : key.startsWith('+') ? `-${key.slice(1)}` : key,
  );
}
