import type { NameToken } from './normalise';

/** Letters that stand for one sound in different romanisations, or are taken for each other. */
const ALIKE = 'ck cq kq qg sz vw fv iy ij jy gj gh kh ou uw ae ei ey ao eo bp dt ue xk'.split(' ');
const VOWEL = /[aeiouy]/;

const CODES = 128;
const SUBSTITUTION = new Float64Array(CODES * CODES).fill(1);
const GAP = new Float64Array(CODES).fill(1);
for (let code = 97; code <= 122; code += 1) {
  if (VOWEL.test(String.fromCharCode(code))) GAP[code] = 0.6;
  for (let other = 97; other <= 122; other += 1) {
    const both = VOWEL.test(String.fromCharCode(code)) && VOWEL.test(String.fromCharCode(other));
    SUBSTITUTION[code * CODES + other] = code === other ? 0 : both ? 0.7 : 1;
  }
}
for (const [first, second] of ALIKE.map((pair) => [pair.charCodeAt(0), pair.charCodeAt(1)] as const)) {
  SUBSTITUTION[first * CODES + second] = 0.45;
  SUBSTITUTION[second * CODES + first] = 0.45;
}
GAP['h'.charCodeAt(0)] = 0.5;
/** A letter doubled, or one of two left out. */
const DOUBLED = 0.3;
const SWAPPED = 0.8;

const LONGEST = 64;
const rows = [new Float64Array(LONGEST + 1), new Float64Array(LONGEST + 1), new Float64Array(LONGEST + 1)] as const;

function gap(token: string, at: number): number {
  const code = token.charCodeAt(at);
  return code === token.charCodeAt(at - 1) ? DOUBLED : (GAP[code] ?? 1);
}

/**
 * What it costs to turn one token into another: letters of one sound cost less than others, neighbours swapped count once. Tokens
 * longer than 64 letters are compared by their beginning.
 */
export function editCost(left: string, right: string): number {
  const [a, b] = [left.slice(0, LONGEST), right.slice(0, LONGEST)];
  let [before, previous, row] = rows as readonly [Float64Array, Float64Array, Float64Array];
  previous[0] = 0;
  for (let j = 1; j <= b.length; j += 1) previous[j] = (previous[j - 1] ?? 0) + gap(b, j - 1);
  for (let i = 1; i <= a.length; i += 1) {
    const code = a.charCodeAt(i - 1);
    const dropped = gap(a, i - 1);
    row[0] = (previous[0] ?? 0) + dropped;
    for (let j = 1; j <= b.length; j += 1) {
      const other = b.charCodeAt(j - 1);
      let least = (previous[j - 1] ?? 0) + (code === other ? 0 : (SUBSTITUTION[code * CODES + other] ?? 1));
      const up = (previous[j] ?? 0) + dropped;
      if (up < least) least = up;
      const across = (row[j - 1] ?? 0) + gap(b, j - 1);
      if (across < least) least = across;
      if (i > 1 && j > 1 && code === b.charCodeAt(j - 2) && other === a.charCodeAt(i - 2) && code !== other) {
        const swap = (before[j - 2] ?? 0) + SWAPPED;
        if (swap < least) least = swap;
      }
      row[j] = least;
    }
    [before, previous, row] = [previous, row, before];
  }
  return previous[b.length] ?? 0;
}

const taken = new Uint8Array(LONGEST);
const matched = new Uint8Array(LONGEST);

/** Jaro-Winkler similarity, 0 to 1, prefix bonus over four letters. */
export function jaroWinkler(left: string, right: string): number {
  if (left === right) return 1;
  const [a, b] = [left.slice(0, LONGEST), right.slice(0, LONGEST)];
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  taken.fill(0, 0, b.length);
  let count = 0;
  for (let i = 0; i < a.length; i += 1) {
    const code = a.charCodeAt(i);
    const stop = Math.min(b.length, i + reach + 1);
    for (let j = Math.max(0, i - reach); j < stop; j += 1) {
      if (taken[j] === 1 || code !== b.charCodeAt(j)) continue;
      taken[j] = 1;
      matched[count] = code;
      count += 1;
      break;
    }
  }
  if (count === 0) return 0;
  let transposed = 0;
  for (let j = 0, k = 0; j < b.length; j += 1) {
    if (taken[j] !== 1) continue;
    if (matched[k] !== b.charCodeAt(j)) transposed += 0.5;
    k += 1;
  }
  const jaro = (count / a.length + count / b.length + (count - transposed) / count) / 3;
  let prefix = 0;
  while (prefix < 4 && prefix < a.length && a[prefix] === b[prefix]) prefix += 1;
  return jaro + prefix * 0.1 * (1 - jaro);
}

/** Tokens up to this length have to be equal, or sound alike as the spellings of one name. */
export const SHORT_TOKEN = 3;
export const SOUND_LETTERS = 3;
const SAME_SOUND = 0.93;
const SAME_SKELETON = 0.9;
/** Short words that differ by a vowel or a letter of one sound: enough beside other words, never alone. */
const SHORT_ALIKE = 0.84;
const SHORT_COST = 0.5;
/** Another spelling of one given name, or an abbreviation of one word. */
const SAME_FAMILY = 0.96;
/** An initial and a word that begins with it. */
export const INITIAL = 0.9;
const JOINED_LENGTH_SHARE = 0.8;
/** Short given names of a man and a woman differ by an `a`: Juan is not Juana. */
const SHORT_GIVEN_NAME = 5;
/** Slips are rare in the first letter. */
const OTHER_BEGINNING = 0.05;
/** A share of the longer token's letters that the shorter has at least. */
export const LEAST_LENGTH_SHARE = 0.6;

function bySound(a: NameToken, b: NameToken): number {
  if (a.isVowelless !== b.isVowelless && a.skeleton !== '' && a.skeleton === b.skeleton)
    return a.skeleton.length >= SOUND_LETTERS ? SAME_SOUND : a.skeleton.length > 1 ? SAME_SKELETON : SHORT_ALIKE;
  if (a.sound.length < SOUND_LETTERS || a.sound !== b.sound) return 0;
  // Few consonants say less, and less still where the words begin otherwise.
  if (a.sound.length === SOUND_LETTERS) return beginAlike(a.text, b.text) ? SAME_SKELETON : SHORT_ALIKE;
  // The more vowels differ, the less equal consonants say.
  const share = Math.min(a.text.length, b.text.length) / Math.max(a.text.length, b.text.length);
  return share < LEAST_LENGTH_SHARE ? SAME_SKELETON : SAME_SOUND;
}

function isAsLong(a: string, b: string): boolean {
  return Math.min(a.length, b.length) >= Math.max(a.length, b.length) * JOINED_LENGTH_SHARE;
}

function beginAlike(a: string, b: string): boolean {
  return (SUBSTITUTION[a.charCodeAt(0) * CODES + b.charCodeAt(0)] ?? 1) < 1;
}

/**
 * How alike two tokens are, 0 to 1. Short ones have to be equal, figures too. The mean of edit cost and Jaro-Winkler: the stricter
 * alone would miss slips, the looser find chance. Equal consonants lift the spellings of one romanised name. Two words written as one
 * are the same letters, or sound alike.
 */
export function tokenSimilarity(a: NameToken, b: NameToken): number {
  if (a.text === b.text) return 1;
  if (a.kind === 'joined' || b.kind === 'joined') {
    if (a.family !== null && a.family === b.family) return SAME_FAMILY;
    return a.sound.length > SOUND_LETTERS && a.sound === b.sound && isAsLong(a.text, b.text) ? SAME_SOUND : 0;
  }
  if (a.kind === 'figure' || b.kind === 'figure') return 0;
  // Hassan and Hussein sound alike and are two names.
  if (a.family !== null && a.family === b.family) return SAME_FAMILY;
  if (a.family !== null && b.family !== null && a.isVowelless === b.isVowelless) return 0;
  const [short, long] = a.text.length < b.text.length ? [a.text, b.text] : [b.text, a.text];
  if (short.length === 1) return long.startsWith(short) && (a.kind === 'initial' || b.kind === 'initial') ? INITIAL : 0;
  const sound = bySound(a, b);
  if (short.length < long.length * LEAST_LENGTH_SHARE) return sound;
  if (short.length <= SHORT_TOKEN) return editCost(short, long) <= SHORT_COST ? Math.max(sound, SHORT_ALIKE) : sound;
  if (short.length <= SHORT_GIVEN_NAME && long === `${short}a`) return 0;
  const jaro = jaroWinkler(a.text, b.text);
  if (jaro < LEAST_LENGTH_SHARE) return sound;
  const spelt = (1 - editCost(a.text, b.text) / long.length + jaro) / 2;
  return Math.max(sound, beginAlike(a.text, b.text) ? spelt : spelt - OTHER_BEGINNING);
}
