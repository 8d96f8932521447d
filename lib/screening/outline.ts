import type { ScreenKey } from './normalise';

/**
 * What of a name can be compared in nanoseconds. `words` holds five figures for each token, from the longest to the shortest:
 * a hash of the token, a hash of its consonants (0 for few), its letters as a set of bits, its length, its first four letters.
 */
export type Outline = {
  readonly words: Int32Array;
  readonly letters: number;
  readonly mask: number;
  readonly hash: number;
};

const STRIDE = 5;
const FIRST_LETTER = 97;
/** Figures and other letters share the bits above the alphabet. */
const OTHER_BITS = 26;

function maskOf(token: string): number {
  let mask = 0;
  for (let at = 0; at < token.length; at += 1) {
    const code = token.charCodeAt(at);
    const letter = code - FIRST_LETTER;
    mask |= 1 << (letter >= 0 && letter < OTHER_BITS ? letter : OTHER_BITS + (code % 5));
  }
  return mask;
}

/** FNV-1a. Two texts with one hash are taken for equal here, which only costs a full comparison. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash | 1;
}

function headOf(token: string): number {
  let head = 0;
  for (let at = 0; at < PREFIX_LETTERS; at += 1) head |= (token.charCodeAt(at) & 0xff) << (at * 8);
  return head;
}

function bitsIn(mask: number): number {
  let left = mask - ((mask >>> 1) & 0x55555555);
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333);
  return Math.imul((left + (left >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

export function outlineOf({ tokens, sounds }: ScreenKey): Outline {
  const order = [...tokens.keys()].sort((a, b) => (tokens[b]?.length ?? 0) - (tokens[a]?.length ?? 0));
  const words = order.flatMap((index) => {
    const [token = '', sound = ''] = [tokens[index], sounds[index]];
    return [
      hashOf(token),
      sound.length < SOUND_LETTERS ? 0 : hashOf(sound),
      maskOf(token),
      token.length,
      headOf(token),
    ];
  });
  const joined = tokens.join('');
  return { words: Int32Array.from(words), letters: joined.length, mask: maskOf(joined), hash: hashOf(joined) };
}

// What follows mirrors `similarity` and `tokenSimilarity` from above: a test compares them.
const SHORT_TOKEN = 3;
const SOUND_LETTERS = 3;
const SAME_SOUND = 0.93;
const LEAST_LENGTH_SHARE = 0.6;
const PAIR_FLOOR = 0.8;
const ONE_SIDED_WEIGHT = 0.6;
const JOINED_APART = 0.2;
const PREFIX_LETTERS = 4;

/**
 * The most that two tokens can be alike; 0 where they cannot be a pair. Letters that only one of them has cannot match: that
 * bounds the edits from below and the matches of Jaro from above.
 */
function mostAlike(a: Int32Array, i: number, b: Int32Array, j: number): number {
  if (a[i] === b[j]) return 1;
  const [left, right] = [a[i + 3] ?? 0, b[j + 3] ?? 0];
  const [short, long] = left < right ? [left, right] : [right, left];
  if (short <= SHORT_TOKEN) return 0;
  const sound = a[i + 1] ?? 0;
  const floor = sound !== 0 && sound === b[j + 1] ? SAME_SOUND : 0;
  if (short < long * LEAST_LENGTH_SHARE) return floor;
  const [maskA, maskB] = [a[i + 2] ?? 0, b[j + 2] ?? 0];
  const [onlyA, onlyB] = [bitsIn(maskA & ~maskB), bitsIn(maskB & ~maskA)];
  const edits = Math.max(long - short, onlyA, onlyB);
  const matches = Math.min(left - onlyA, right - onlyB);
  const jaro = (matches / left + matches / right + 1) / 3;
  const apart = (a[i + 4] ?? 0) ^ (b[j + 4] ?? 0);
  const prefix =
    apart === 0 ? 4 : (apart & 0xff) !== 0 ? 0 : (apart & 0xffff) !== 0 ? 1 : (apart & 0xffffff) !== 0 ? 2 : 3;
  const most = (1 - edits / long + jaro + prefix * 0.1 * (1 - jaro)) / 2;
  return most < PAIR_FLOOR ? floor : Math.max(floor, most);
}

/** Letters that find no partner, and the most that the others add. */
type Sum = { rest: number; likeness: number };

type Side = { readonly words: Int32Array; readonly from: number; readonly to: number };

/** Adds up one side; false as soon as more letters are left than can be made good. */
function isWithin(a: Side, b: Side, budget: number, sum: Sum): boolean {
  for (let i = a.from; i < a.to; i += STRIDE) {
    let best = 0;
    for (let j = b.from; j < b.to && best < 1; j += STRIDE) best = Math.max(best, mostAlike(a.words, i, b.words, j));
    const letters = a.words[i + 3] ?? 0;
    if (best === 0) sum.rest += letters;
    else sum.likeness += best * letters;
    if (sum.rest > budget) return false;
  }
  return true;
}

/** Outlines of many names side by side in memory, asked one after the other. */
export class Outlines {
  private readonly words: Int32Array;
  private readonly starts: Uint32Array;

  constructor(private readonly outlines: readonly Outline[]) {
    this.starts = new Uint32Array(outlines.length + 1);
    for (const [index, { words }] of outlines.entries())
      this.starts[index + 1] = (this.starts[index] ?? 0) + words.length;
    this.words = new Int32Array(this.starts[outlines.length] ?? 0);
    for (const [index, { words }] of outlines.entries()) this.words.set(words, this.starts[index]);
  }

  /** Whether a name could be as alike to the one at `index` as `threshold`. May say yes in vain, never no in vain. */
  mayReach(name: Outline, index: number, threshold: number): boolean {
    const listed = this.outlines[index];
    if (!listed) return false;
    if (name.hash === listed.hash) return true;
    const own = { words: name.words, from: 0, to: name.words.length };
    const other = { words: this.words, from: this.starts[index] ?? 0, to: this.starts[index + 1] ?? 0 };
    if (own.to === STRIDE || other.to - other.from === STRIDE)
      return own.to === other.to - other.from && mostAlike(own.words, 0, other.words, other.from) >= threshold;
    // Even if everything else were equal, more letters without a partner than this cannot be made good.
    const all = name.letters + listed.letters;
    const budget = ((1 - threshold) * all) / (1 - threshold + threshold * ONE_SIDED_WEIGHT);
    const sum = { rest: 0, likeness: 0 };
    if (isWithin(own, other, budget, sum)) {
      const restA = sum.rest;
      if (isWithin(other, own, budget, sum)) {
        const rest = restA > 0 && sum.rest > restA ? sum.rest : sum.rest * ONE_SIDED_WEIGHT;
        if (sum.likeness >= threshold * (all - sum.rest + rest) - 1e-9) return true;
      }
    }
    return mayBeCutOtherwise(name, listed);
  }
}

/** The same letters, the words cut at other places. */
function mayBeCutOtherwise(a: Outline, b: Outline): boolean {
  const longest = Math.max(a.letters, b.letters);
  if (a.words.length === b.words.length || Math.abs(a.letters - b.letters) * 10 > longest) return false;
  return bitsIn(a.mask ^ b.mask) <= longest * JOINED_APART;
}
