import type { ScreenKey } from './normalise';
import { editDistance, type Sounded, tokenSimilarity } from './token-similarity';

/** At and above this similarity a name goes to a person; below it nobody is troubled. */
export const DENIED_THRESHOLD = 0.88;

/** Tokens less alike than this are not the same word. */
const PAIR_FLOOR = 0.8;
/** Words only one of the two names has (a middle name, a branch) count less than words that contradict each other. */
const ONE_SIDED_WEIGHT = 0.6;
/** A name of one word is found by that very word only; the longer such a word, the more a slip is allowed. */
const LONG_SINGLE_TOKEN = 8;
const CONTRADICTING_FIGURES = 0.6;
/** Likeness from which words cut at other places are still the same letters. */
const CUT_OTHERWISE_FROM = 0.9;

type Pair = { readonly a: number; readonly b: number; readonly score: number };

function sounded(name: ScreenKey, index: number): Sounded {
  return { token: name.tokens[index] ?? '', sound: name.sounds[index] ?? '' };
}

function bestPairs(a: ScreenKey, b: ScreenKey): readonly Pair[] {
  const pairs: Pair[] = [];
  for (const i of a.tokens.keys()) {
    for (const j of b.tokens.keys()) {
      const score = tokenSimilarity(sounded(a, i), sounded(b, j));
      if (score >= PAIR_FLOOR) pairs.push({ a: i, b: j, score });
    }
  }
  pairs.sort((x, y) => y.score - x.score || x.a - y.a || x.b - y.b);
  const usedA = new Set<number>();
  const usedB = new Set<number>();
  return pairs.filter(({ a: i, b: j }) => {
    if (usedA.has(i) || usedB.has(j)) return false;
    usedA.add(i);
    usedB.add(j);
    return true;
  });
}

function lettersIn(tokens: readonly string[]): number {
  return tokens.reduce((sum, token) => sum + token.length, 0);
}

function figuresContradict(a: readonly string[], b: readonly string[]): boolean {
  const figures = (tokens: readonly string[]) => tokens.filter((token) => /\d/.test(token)).sort();
  const left = figures(a);
  const right = figures(b);
  return left.length > 0 && right.length > 0 && left.join(' ') !== right.join(' ');
}

function singleToken(a: ScreenKey, b: ScreenKey): number {
  const [left = '', right = ''] = [a.tokens.join(''), b.tokens.join('')];
  if (left === right) return 1;
  if (a.tokens.length !== b.tokens.length || Math.min(left.length, right.length) < LONG_SINGLE_TOKEN) return 0;
  return tokenSimilarity(sounded(a, 0), sounded(b, 0));
}

/**
 * How alike two names are, 0 to 1: words are paired by their best likeness in any order and weighted by length; what is left
 * unpaired on both sides counts in full, on one side less. The same letters written together or apart are the same name.
 */
export function similarity(a: ScreenKey, b: ScreenKey): number {
  if (a.tokens.length === 0 || b.tokens.length === 0) return 0;
  if (a.key === b.key) return 1;
  if (a.tokens.length === 1 || b.tokens.length === 1) return singleToken(a, b);
  const joinedA = a.tokens.join('');
  const joinedB = b.tokens.join('');
  if (joinedA === joinedB) return 1;
  const pairs = bestPairs(a, b);
  const paired = pairs.map((pair) => ({
    letters: (a.tokens[pair.a]?.length ?? 0) + (b.tokens[pair.b]?.length ?? 0),
    score: pair.score,
  }));
  const likeness = paired.reduce((sum, pair) => sum + pair.score * pair.letters, 0);
  const restA = lettersIn(a.tokens) - pairs.reduce((sum, pair) => sum + (a.tokens[pair.a]?.length ?? 0), 0);
  const restB = lettersIn(b.tokens) - pairs.reduce((sum, pair) => sum + (b.tokens[pair.b]?.length ?? 0), 0);
  const rest = restA > 0 && restB > 0 ? restA + restB : (restA + restB) * ONE_SIDED_WEIGHT;
  const letters = paired.reduce((sum, pair) => sum + pair.letters, 0) + rest;
  // One shared word is no name: somebody else has the other one.
  const aligned = letters === 0 || pairs.length < 2 ? 0 : likeness / letters;
  const longest = Math.max(joinedA.length, joinedB.length);
  const isCutOtherwise =
    a.tokens.length !== b.tokens.length && Math.abs(joinedA.length - joinedB.length) * 10 <= longest;
  const together = isCutOtherwise ? 1 - editDistance(joinedA, joinedB) / longest : 0;
  const score = Math.max(aligned, together >= CUT_OTHERWISE_FROM ? together : 0);
  return figuresContradict(a.tokens, b.tokens) ? Math.min(score, CONTRADICTING_FIGURES) : score;
}
