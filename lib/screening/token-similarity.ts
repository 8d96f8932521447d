import { consonantsOf } from './normalise';

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

const SHORT_TOKEN = 3;
const SAME_SOUND = 0.93;

/**
 * How alike two tokens are, 0 to 1. Short ones have to be equal; figures too. The stricter of edit distance and Jaro-Winkler would
 * miss slips, the looser would find chance, hence their mean; equal consonants lift spellings of one romanised name.
 */
export function tokenSimilarity(a: string, b: string): number {
  if (a === b) return 1;
  if (Math.min(a.length, b.length) <= SHORT_TOKEN || /\d/.test(a) || /\d/.test(b)) return 0;
  const longest = Math.max(a.length, b.length);
  const edit = 1 - editDistance(a, b) / longest;
  const blended = (edit + jaroWinkler(a, b)) / 2;
  const sound = consonantsOf(a);
  return sound.length >= 3 && sound === consonantsOf(b) ? Math.max(blended, SAME_SOUND) : blended;
}
