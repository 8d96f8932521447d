import { isQuality, type Placed } from './kindred-headings';
import { wordsOf } from './words';

/** What can be looked up of a text, and what it weighs there. */
export type Read = { readonly feature: string; readonly weight: number };

/** Weight of a word that was completed, taken apart or read without its vowels. */
export const DERIVED = 0.64;

/** What follows one of these says what goods are for or come with, not what they are. */
const ASIDE: ReadonlySet<string> = new Set('for with without from in on by of to and incl including'.split(' '));
/** Small words of other languages, which stand in many terms and tell nothing. */
const SMALL: ReadonlySet<string> = new Set(
  'de la le les du des et el los las una und mit fur di da do dos das con para pour avec het een van der die den au aux'.split(
    ' ',
  ),
);
/** Weights were tried out on labelled descriptions (`npm run bench:goods`); they matter less than the terms. */
const WEIGHTS = {
  /** The last word before a comma or an aside is the noun: `phone case` is a case. */
  noun: 1.3,
  aside: 0.5,
  /** Two neighbours that stand together in a term. */
  pair: 1.15,
  /** The description begins with nothing but a term. */
  whole: 3.3,
};
/** How much a word of a term counts for its heading beside others; alone it counts in full. */
const BESIDE_OTHERS = 0.25;

/** A letter that belongs to the word after it: `t-shirt` and `T shirt` are one word, as are `e-bike` and `x-ray`. */
const LETTERED = /\b(?:([a-z])-(?=[a-z]{3})|(t) (?=shirt))/gi;

const tellingOf = (text: string): readonly string[] =>
  wordsOf(text.replace(LETTERED, '$1$2')).filter((word) => !SMALL.has(word));

/** What a term counts for: its words, its neighbours, and itself. */
export function countedIn(term: string): readonly Read[] {
  const words = tellingOf(term.replace(/,.*$/, ''));
  const rest = tellingOf(term.slice(term.indexOf(',') + 1 || term.length));
  const weight = words.length + rest.length === 1 ? 1 : BESIDE_OTHERS;
  const counted: Read[] = [...words, ...rest].map((feature) => ({ feature, weight }));
  for (const [at, word] of words.slice(1).entries()) {
    const before = words[at] ?? '';
    // Two qualities side by side, as in `men's cotton pyjamas`, are of goods of every kind.
    if (!isQuality(before) || !isQuality(word)) counted.push({ feature: `${before} ${word}`, weight: 1 });
  }
  counted.push({ feature: `=${[...words, ...rest].sort().join(' ')}`, weight: 1 });
  return counted.filter(({ feature }) => !ASIDE.has(feature) && !/^\d+$/.test(feature));
}

const SEGMENT = /[,;()[\]:/]|\s[-–]\s/;

/** What a word, or two neighbours, would be looked up by if goods were called just that. */
export function nameOf(feature: string): string {
  return `=${feature.includes(' ') ? feature.split(' ').sort().join(' ') : feature}`;
}

/** Words and pairs of neighbours with what their place makes them weigh, and the words in their places; figures say nothing. */
export function featuresOf(description: string): {
  readonly features: readonly (Read & { readonly isLast: boolean })[];
  readonly placed: readonly Placed[];
} {
  const features: (Read & { isLast: boolean })[] = [];
  const placed: Placed[] = [];
  const segments = description
    .split(SEGMENT)
    .map((segment) => tellingOf(segment).filter((word) => !/^\d/.test(word) && word.length > 1));
  const filled = segments.filter(({ length }) => length > 0);
  for (const [number, words] of filled.entries()) {
    let place = 1;
    let before: string | null = null;
    let after = '';
    for (const [at, word] of words.entries()) {
      if (ASIDE.has(word)) {
        if (before !== null) place = WEIGHTS.aside;
        before = null;
        after = word;
        continue;
      }
      const next = words[at + 1];
      const isNoun = place === 1 && (next === undefined || ASIDE.has(next));
      const isLast = next === undefined && number === filled.length - 1;
      const following = words[at + 2];
      const isBeforeNoun = following === undefined || ASIDE.has(following);
      placed.push({ word, before: words[at - 1] ?? '', next: next ?? '', isBeforeNoun, after });
      features.push({ feature: word, weight: isNoun ? place * WEIGHTS.noun : place, isLast });
      if (before !== null) features.push({ feature: `${before} ${word}`, weight: WEIGHTS.pair * place, isLast: false });
      before = word;
    }
  }
  const [head = [], ...others] = filled;
  const keys = new Set([head, [...head, ...(others[0] ?? [])]].map((words) => `=${[...words].sort().join(' ')}`));
  for (const feature of keys) features.push({ feature, weight: WEIGHTS.whole, isLast: false });
  return { features, placed };
}
