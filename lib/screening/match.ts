import { align, type PartPair, type SimilarityOf } from './align';
import { isCommonName } from './name-words';
import type { NameToken, ScreenKey } from './normalise';
import { tokenSimilarity } from './token-similarity';

/** What is done about a match: nothing, a look by a person, or a look with little doubt left. */
export const BANDS = ['clear', 'review', 'strong'] as const;
export type Band = (typeof BANDS)[number];

/** At and above this similarity a name goes to a person; below it nobody is troubled. */
export const REVIEW_FROM = 0.88;
/** At and above this similarity the names are most probably one. */
export const STRONG_FROM = 0.95;

/** The band of a similarity. */
export function bandOf(similarity: number): Band {
  if (similarity >= STRONG_FROM) return 'strong';
  return similarity >= REVIEW_FROM ? 'review' : 'clear';
}

/** Why a similarity was lowered. Nothing raises it: without a name there is no match. */
export const ADJUSTMENTS = [
  'figures_differ',
  'legal_form_differs',
  'characters_differ',
  'kind_differs',
  'country_differs',
] as const;
export type Adjustment = (typeof ADJUSTMENTS)[number];

/** Two names compared: how alike they are, by which words, and what lowered it. */
export type Comparison = {
  readonly similarity: number;
  readonly pairs: readonly PartPair[];
  /** Words of each name without a partner. */
  readonly unpairedA: readonly NameToken[];
  readonly unpairedB: readonly NameToken[];
  readonly adjustments: readonly Adjustment[];
};

/** Words only one of two names of organisations has (a branch, a trade) count less than words that contradict each other. */
const ONE_SIDED_WEIGHT = 0.6;
/** A further name of a person counts still less: middle names and patronymics come and go. */
const ONE_SIDED_PERSON_WEIGHT = 0.35;
/** A name of one word is found by that very word only; the longer such a word, the more a slip is allowed. */
const LONG_SINGLE_TOKEN = 8;
/** So long is a word at least that is a name with a general word beside it. */
const TELLING_TOKEN = 5;
/** The most that a name can reach of which one word is an initial, or one word stands alone. */
const MOST_BY_INITIAL = 0.9;
const MOST_BY_ONE_WORD = 0.9;
/** A word beside an initial has to be this much like the other, and no given name. */
const SURE_WORD = 0.93;
const MOST: Readonly<Partial<Record<Adjustment, number>>> = {
  figures_differ: 0.6,
  legal_form_differs: 0.94,
  characters_differ: 0.92,
};

const NOTHING: Comparison = { similarity: 0, pairs: [], unpairedA: [], unpairedB: [], adjustments: [] };

/** An initial stands for the name of a person, not for a word of a company. */
function isByInitial({ a, b }: PartPair): boolean {
  return (a.token.kind === 'initial') !== (b.token.kind === 'initial');
}

function isPaired(at: number, pairs: readonly PartPair[], side: 'a' | 'b'): boolean {
  return pairs.some((pair) => pair[side].from <= at && at < pair[side].to);
}

function unpaired(name: ScreenKey, pairs: readonly PartPair[], side: 'a' | 'b'): readonly NameToken[] {
  return name.tokens.filter((_, at) => !isPaired(at, pairs, side));
}

function weightOf(tokens: readonly NameToken[]): number {
  return tokens.reduce((sum, { weight }) => sum + weight, 0);
}

function tellingOf({ tokens }: ScreenKey): readonly NameToken[] {
  const telling = tokens.filter(({ kind }) => kind !== 'particle');
  return telling.length > 0 ? telling : tokens;
}

/** A name of one word: that word, or one of `least` letters with a slip; beside it one general word at most. */
function singleWord(
  left: readonly NameToken[],
  right: readonly NameToken[],
  least: number,
  similarityOf: SimilarityOf,
): number {
  const [a, othersA] = tellingWord(left);
  const [b, othersB] = tellingWord(right);
  if (!a || !b || othersA + othersB > 1) return 0;
  const shortest = Math.min(a.text.length, b.text.length);
  const similarity = a.text === b.text ? 1 : shortest < least ? 0 : similarityOf(a, b);
  if (othersA + othersB === 0) return similarity;
  return shortest < TELLING_TOKEN ? 0 : Math.min(similarity, MOST_BY_ONE_WORD);
}

/** The one word of a name that is not general, and how many general ones stand beside it; no word where there are several. */
function tellingWord(tokens: readonly NameToken[]): readonly [word: NameToken | undefined, others: number] {
  const words = tokens.filter(({ kind }) => kind !== 'general');
  const [word] = words.length === 0 && tokens.length === 1 ? tokens : words;
  return words.length > 1 ? [undefined, 0] : [word, tokens.length - 1];
}

/** Whether the pairs are more than a word in common: somebody else has the other one. */
function evidenceOf(pairs: readonly PartPair[]): 'none' | 'initial' | 'words' {
  let [words, general, initials, sure] = [0, 0, 0, 0];
  for (const { a, b, similarity } of pairs) {
    const isGeneral = a.token.kind === 'general' && b.token.kind === 'general';
    if (a.token.kind === 'particle' || b.token.kind === 'particle') continue;
    if (a.token.kind === 'initial' || b.token.kind === 'initial') initials += 1;
    else if (isGeneral) general += 1;
    else words += Math.max(a.to - a.from, b.to - b.from);
    if (similarity >= SURE_WORD && a.token.family === null) sure += 1;
  }
  if (words >= 2 || (words === 1 && general > 0)) return 'words';
  if (words === 1 && initials > 0 && sure > 0) return 'initial';
  return 'none';
}

function pairWeight({ a, b }: PartPair): number {
  const isInitial = a.token.kind === 'initial' || b.token.kind === 'initial';
  return isInitial ? 2 * Math.min(a.token.weight, b.token.weight) : a.token.weight + b.token.weight;
}

/** What a word counts that only one name has. Beside names that many bear it is the one that tells who is meant. */
function oneSidedWeight(a: ScreenKey, b: ScreenKey, pairs: readonly PartPair[]): number {
  if (a.isOrganisation || b.isOrganisation) return ONE_SIDED_WEIGHT;
  return pairs.every((pair) => isCommonName(pair.a.token.text) || pair.a.token.kind === 'particle')
    ? 1
    : ONE_SIDED_PERSON_WEIGHT;
}

function alignedScore(a: ScreenKey, b: ScreenKey, pairs: readonly PartPair[], restA: number, restB: number): number {
  let [likeness, paired] = [0, 0];
  for (const pair of pairs) {
    const weight = pairWeight(pair);
    paired += weight;
    likeness += weight * pair.similarity;
  }
  const oneSided = oneSidedWeight(a, b, pairs);
  const rest = restA > 0 && restB > 0 ? restA + restB : (restA + restB) * oneSided;
  return likeness / (paired + rest);
}

function figuresDiffer(a: ScreenKey, b: ScreenKey): boolean {
  const figures = ({ tokens }: ScreenKey) =>
    tokens
      .filter(({ kind }) => kind === 'figure')
      .map(({ text }) => text)
      .sort()
      .join(' ');
  const [left, right] = [figures(a), figures(b)];
  return left !== '' && right !== '' && left !== right;
}

function adjustmentsOf(a: ScreenKey, b: ScreenKey): readonly Adjustment[] {
  const found: Adjustment[] = [];
  if (figuresDiffer(a, b)) found.push('figures_differ');
  if (a.families.length > 0 && b.families.length > 0 && !a.families.some((family) => b.families.includes(family)))
    found.push('legal_form_differs');
  // One romanisation stands for many characters.
  if (a.original?.script === 'Han' && b.original?.script === 'Han' && a.original.text !== b.original.text)
    found.push('characters_differ');
  return found;
}

/**
 * How alike two names are, 0 to 1: words are paired by their best likeness in any order and weighted by length; what is left
 * unpaired on both sides counts in full, on one side less. The same letters written together or apart are the same name.
 */
export function compareNames(a: ScreenKey, b: ScreenKey, similarityOf: SimilarityOf = tokenSimilarity): Comparison {
  if (a.tokens.length === 0 || b.tokens.length === 0) return NOTHING;
  const isOrganisation = a.isOrganisation || b.isOrganisation;
  const pairs = align(a.parts, b.parts, similarityOf).filter((pair) => !isOrganisation || !isByInitial(pair));
  const unpairedA = unpaired(a, pairs, 'a');
  const unpairedB = unpaired(b, pairs, 'b');
  const base = baseScore(a, b, pairs, weightOf(unpairedA), weightOf(unpairedB), similarityOf);
  if (base === 0) return { ...NOTHING, pairs, unpairedA, unpairedB };
  const adjustments = adjustmentsOf(a, b).filter((adjustment) => base > (MOST[adjustment] ?? 1));
  const similarity = Math.min(base, ...adjustments.map((adjustment) => MOST[adjustment] ?? 1));
  return { similarity, pairs, unpairedA, unpairedB, adjustments };
}

function baseScore(
  a: ScreenKey,
  b: ScreenKey,
  pairs: readonly PartPair[],
  restA: number,
  restB: number,
  similarityOf: SimilarityOf,
): number {
  if (a.key === b.key || a.key.replaceAll(' ', '') === b.key.replaceAll(' ', '')) return 1;
  const [left, right] = [tellingOf(a), tellingOf(b)];
  const coversTwo = pairs.some((pair) => pair.a.to - pair.a.from > 1 || pair.b.to - pair.b.from > 1);
  if (!coversTwo && (left.length === 1 || right.length === 1)) {
    // An article on both sides is some evidence beside the word: `Al-Qashla` is `Al Qashle`.
    const hasParticle = pairs.some((pair) => pair.a.token.kind === 'particle' && pair.similarity === 1);
    return singleWord(left, right, hasParticle ? TELLING_TOKEN : LONG_SINGLE_TOKEN, similarityOf);
  }
  const evidence = evidenceOf(pairs);
  if (evidence === 'none') return 0;
  const score = alignedScore(a, b, pairs, restA, restB);
  return evidence === 'initial' ? Math.min(score, MOST_BY_INITIAL) : score;
}

/** How alike two names are, 0 to 1. */
export function similarity(a: ScreenKey, b: ScreenKey): number {
  return compareNames(a, b).similarity;
}
