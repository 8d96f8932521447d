import type { Policy } from '@/lib/policy/policy';
import { findPhrases, lettersOf } from './words';

/** The stop term a description consists of, figures and filler aside; null where it says more. */
export function stopTermOf(words: readonly string[], policy: Policy): string | null {
  const letters = lettersOf(words);
  const whole = letters.join(' ');
  if (policy.stopTerms.has(whole)) return whole;
  const bare = letters.filter((word) => !policy.fillerWords.has(word)).join(' ');
  return policy.stopTerms.has(bare) ? bare : null;
}

/** A stop phrase of several words inside a longer description; single stop words inside one are ordinary language. */
export function embeddedStopPhrase(words: readonly string[], policy: Policy): string | null {
  return findPhrases(policy.stopPhrases, words)[0]?.phrase ?? null;
}

const LETTER = /\p{L}/gu;

/**
 * Why a description names no goods: the key of the pattern it has (figures only), `short` for too few letters, `empty` for
 * nothing but colours, sizes and general words; null where it says something. What is a stop term is not judged again.
 */
export function vaguenessOf(description: string, words: readonly string[], policy: Policy): string | null {
  if (stopTermOf(words, policy) !== null) return null;
  const text = description.trim().toLowerCase();
  const pattern = policy.descriptionPatterns.find(({ expression }) => expression.test(text));
  if (pattern) return pattern.key;
  if ((description.match(LETTER)?.length ?? 0) < policy.indicators.vague_description.minLetters) return 'short';
  return lettersOf(words).every((word) => policy.emptyWords.has(word)) ? 'empty' : null;
}
