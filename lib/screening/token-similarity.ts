/** Edit distance with neighbouring letters swapped counting once (optimal string alignment). */
export function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let least = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + (same ? 0 : 1));
      const isSwap =
        i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1);
      if (isSwap) least = Math.min(least, (before[j - 2] ?? 0) + 1);
      row.push(least);
    }
    before = previous;
    previous = row;
  }
  return previous[b.length] ?? 0;
}

/** Jaro-Winkler similarity, 0 to 1, prefix bonus over four letters. */
export function jaroWinkler(a: string, b: string): number {
  if (a === b) return 1;
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  const taken = new Array<boolean>(b.length).fill(false);
  const left: string[] = [];
  for (let i = 0; i < a.length; i += 1) {
    const stop = Math.min(b.length, i + reach + 1);
    for (let j = Math.max(0, i - reach); j < stop; j += 1) {
      if (taken[j] || a[i] !== b[j]) continue;
      taken[j] = true;
      left.push(a.charAt(i));
      break;
    }
  }
  if (left.length === 0) return 0;
  const right = [...b].filter((_, index) => taken[index]);
  const transposed = left.reduce((sum, letter, index) => sum + (letter === right[index] ? 0 : 1), 0) / 2;
  const jaro = (left.length / a.length + left.length / b.length + (left.length - transposed) / left.length) / 3;
  let prefix = 0;
  while (prefix < 4 && prefix < a.length && a[prefix] === b[prefix]) prefix += 1;
  return jaro + prefix * 0.1 * (1 - jaro);
}

/** A token and its consonants. */
export type Sounded = { readonly token: string; readonly sound: string };

const SHORT_TOKEN = 3;
const SAME_SOUND = 0.93;
const SOUND_LETTERS = 3;
/** Below this either measure alone rules a pair out; most pairs end here. */
const HOPELESS = 0.6;

/**
 * How alike two tokens are, 0 to 1. Short ones have to be equal, figures too. The mean of edit distance and Jaro-Winkler: the
 * stricter alone would miss slips, the looser find chance. Equal consonants lift the spellings of one romanised name.
 */
export function tokenSimilarity(a: Sounded, b: Sounded): number {
  if (a.token === b.token) return 1;
  const shortest = Math.min(a.token.length, b.token.length);
  if (shortest <= SHORT_TOKEN || /\d/.test(a.token) || /\d/.test(b.token)) return 0;
  const floor = a.sound.length >= SOUND_LETTERS && a.sound === b.sound ? SAME_SOUND : 0;
  const longest = Math.max(a.token.length, b.token.length);
  if (shortest < longest * HOPELESS) return floor;
  const jaro = jaroWinkler(a.token, b.token);
  if (jaro < HOPELESS) return floor;
  return Math.max(floor, (1 - editDistance(a.token, b.token) / longest + jaro) / 2);
}
