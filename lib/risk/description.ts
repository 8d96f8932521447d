import { findPhrases, lettersOf } from '@/lib/consignment/words';
import type { Policy } from '@/lib/policy/policy';

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
