import type { Policy } from '@/lib/policy/policy';
import { asWritten } from './words';

/** The heading that the words of a description speak for, with the words. */
export type HeadingSuggestion = {
  /** Four digits of the Harmonized System. */
  readonly heading: string;
  /** What of all that the words say speaks for it. */
  readonly percent: number;
  /** Words of the description that say so, as they are written, the strongest first. */
  readonly words: readonly string[];
};

/** Words that are quoted as the reason. */
const QUOTED = 3;

/**
 * Suggests a heading for goods declared without a commodity code, as sure as a description must be to contradict a code; null where
 * the words say less.
 */
export function suggestHeading(description: string, { goods, indicators }: Policy): HeadingSuggestion | null {
  const { atLeastPercent, leastEvidence } = indicators.code_mismatch;
  const { headings, chapters, evidence } = goods.read(description);
  const [guess] = headings;
  if (!guess || evidence < leastEvidence) return null;
  if ((chapters.get(guess.heading.slice(0, 2)) ?? 0) * 100 < atLeastPercent) return null;
  return {
    heading: guess.heading,
    percent: Math.round(guess.share * 100),
    words: guess.words.slice(0, QUOTED).map((word) => asWritten(description, word)),
  };
}
