import type { Policy } from '@/lib/policy/policy';
import { findPhrases, lettersOf, singular, wordsOf } from './words';

/** Words of a description, without the phrases that say nothing of goods. */
export function describedWords(description: string, policy: Policy): readonly string[] {
  const words = wordsOf(description);
  if (policy.emptyPhrases.size === 0) return words;
  const kept: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const phrase = policy.emptyPhrases
      .get(words[at] ?? '')
      ?.find(({ words: own }) => own.every((word, offset) => words[at + offset] === word));
    if (phrase) at += phrase.words.length - 1;
    else kept.push(words[at] ?? '');
  }
  return kept;
}

/** What stands between the things that a description lists. */
const BETWEEN_THINGS = /[,;/|&+]|\s(?:and|or)\s/iu;

/** The stop term a description consists of, or all of those it lists, figures and filler aside; null where it says more. */
export function stopTermOf(description: string, words: readonly string[], policy: Policy): string | null {
  return stopTermIn(description, lettersOf(words), policy);
}

function stopTermIn(description: string, letters: readonly string[], policy: Policy): string | null {
  const whole = wholeTermOf(letters, policy);
  return whole === null && BETWEEN_THINGS.test(description) ? listedTermsOf(description, policy) : whole;
}

/** `Toys, clothes / spare parts` names three things, and none of them: paper bags are goods, paper and bags are not. */
function listedTermsOf(description: string, policy: Policy): string | null {
  const found: string[] = [];
  for (const thing of description.split(BETWEEN_THINGS)) {
    const letters = lettersOf(describedWords(thing, policy));
    if (letters.every((word) => policy.fillerWords.has(word))) continue;
    const term = wholeTermOf(letters, policy);
    if (term === null) return null;
    found.push(term);
  }
  return found.length === 0 ? null : found.join(', ');
}

function wholeTermOf(letters: readonly string[], policy: Policy): string | null {
  const whole = termOf(letters, policy);
  if (whole !== null) return whole;
  const bare = letters.filter((word) => !policy.fillerWords.has(word));
  return bare.length === letters.length ? null : termOf(bare, policy);
}

/** Texts longer than the longest term are most, and need not be put together to be looked up. */
function termOf(letters: readonly string[], policy: Policy): string | null {
  if (letters.length > policy.stopTermWords) return null;
  return policy.stopTerms.get(letters.join(' ')) ?? null;
}

/** A stop phrase of several words inside a longer description; single stop words inside one are ordinary language. */
export function embeddedStopPhrase(words: readonly string[], policy: Policy): string | null {
  return findPhrases(policy.stopPhrases, words)[0]?.phrase ?? null;
}

const FIRST_ASCII_WORD = /^[^a-z0-9\x80-\uffff]*([a-z0-9]+)/i;

/** The stop term that the name or address of a party is; null for a name or an address. */
export function partyStopTermOf(text: string, policy: Policy): string | null {
  // Almost every name begins with a word that no term begins with.
  const [, first] = FIRST_ASCII_WORD.exec(text) ?? [];
  if (first !== undefined && !policy.partyStopFirstWords.has(singular(first.toLowerCase())) && ASCII.test(text))
    return null;
  return policy.partyStopTerms.get(wordsOf(text).join(' ')) ?? null;
}

/** A stop phrase of several words inside a longer name: `Same as consignee, Berlin`. */
export function embeddedPartyPhrase(name: string, policy: Policy): string | null {
  return findPhrases(policy.partyStopPhrases, wordsOf(name))[0]?.phrase ?? null;
}

const ASCII = /^[\0-\x7f]*$/;
const LETTER = /\p{L}/gu;

function hasLetters(text: string, least: number): boolean {
  let found = 0;
  for (let at = 0; at < text.length && found < least; at += 1) {
    const code = text.charCodeAt(at) | 32;
    if (code >= 97 && code <= 122) found += 1;
  }
  return found >= least || (text.match(LETTER)?.length ?? 0) >= least;
}

/**
 * Why a description names no goods: the key of the pattern it has (figures only), `listed` where it is one of those judged
 * before, `short` for too few letters, `empty` for nothing but colours, sizes and general words; null where it says something. What is a stop term is not judged again.
 */
export function vaguenessOf(description: string, words: readonly string[], policy: Policy): string | null {
  const letters = lettersOf(words);
  return stopTermIn(description, letters, policy) === null ? vaguenessIn(description, words, letters, policy) : null;
}

function vaguenessIn(
  description: string,
  words: readonly string[],
  letters: readonly string[],
  policy: Policy,
): string | null {
  const text = description.trim().toLowerCase();
  for (const { key, expression } of policy.descriptionPatterns) if (expression.test(text)) return key;
  if (policy.vagueDescriptions.size > 0 && policy.vagueDescriptions.has(words.join(' '))) return 'listed';
  if (!hasLetters(description, policy.indicators.vague_description.minLetters)) return 'short';
  for (const word of letters) if (!policy.emptyWords.has(word)) return null;
  return 'empty';
}

/** Letters of other scripts than the one that the terms are in. */
const OTHER_SCRIPT = /[^\P{L}\p{Script=Latin}]/u;
/** Words of a description that names a trade: `audio equipment`. */
const MOST_OF_CATEGORY = 3;

/**
 * Why a description that is no flaw by itself leaves open what the goods are: `unknown` where none of its words is known to name
 * goods, `material` where it tells what they are made of alone, `category` for a trade rather than goods, `faint` where its words are
 * but parts of names of goods or say next to nothing, `broad` where its few words stand for goods of many kinds. Null for one that
 * names goods, is flawed, or is not in Latin letters, which the terms are in.
 */
export function unclearnessOf(
  description: string,
  words: readonly string[],
  policy: Policy,
): 'unknown' | 'material' | 'category' | 'faint' | 'broad' | null {
  const isOther = !ASCII.test(description) && OTHER_SCRIPT.test(description);
  if (isOther || vaguenessOf(description, words, policy) !== null) return null;
  const letters = lettersOf(words);
  if (stopTermIn(description, letters, policy) !== null) return null;
  const { chapters, evidence, isNamed, isTerm } = policy.goods.read(description);
  if (chapters.size === 0) return 'unknown';
  const telling = letters.filter((word) => word.length > 1 && !policy.emptyWords.has(word));
  if (telling.length > 0 && telling.every((word) => policy.materialWords.has(word))) return 'material';
  if (!isTerm && isCategory(description, policy)) return 'category';
  const { broadPercent, fewWords, leastEvidence, leastUnnamed } = policy.indicators.unclear_description;
  if (evidence < leastEvidence || (!isNamed && evidence < leastUnnamed)) return 'faint';
  return telling.length <= fewWords && Math.max(...chapters.values()) * 100 < broadPercent ? 'broad' : null;
}

function isCategory(description: string, policy: Policy): boolean {
  const all = lettersOf(wordsOf(description)).filter((word) => word.length > 1);
  return all.length > 1 && all.length <= MOST_OF_CATEGORY && policy.categoryWords.has(all.at(-1) ?? '');
}

/** What is wrong with a description: a term that is not accepted alone, that it names nothing, or a phrase within it. */
export function flawOf(
  description: string,
  words: readonly string[],
  policy: Policy,
): { readonly kind: 'stop_word' | 'vague' | 'stop_phrase'; readonly by: string } | null {
  const letters = lettersOf(words);
  const term = stopTermIn(description, letters, policy);
  if (term !== null) return { kind: 'stop_word', by: term };
  const why = vaguenessIn(description, words, letters, policy);
  if (why !== null) return { kind: 'vague', by: why };
  const phrase = embeddedStopPhrase(words, policy);
  return phrase === null ? null : { kind: 'stop_phrase', by: phrase };
}
