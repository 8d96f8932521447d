import type { Policy } from '@/lib/policy/policy';
import type { HeadingGuess } from './goods-index';

/** Chapters that one description fits alike: knitted or woven, machine or electric machine, inorganic or organic. */
const KIN: readonly (readonly string[])[] = [
  ['61', '62'],
  ['84', '85'],
  ['28', '29'],
];

/** The heading that a description reads like where that is of another chapter than the code, and how sure that is. */
export type OtherChapter = { readonly guess: HeadingGuess; readonly chapterPercent: number };

/** Reads a description against the code declared for it; null where they agree or too little is known. */
export function otherChapterOf(description: string, commodityCode: string, policy: Policy): OtherChapter | null {
  const { atLeastPercent, atMostPercent, leastEvidence } = policy.indicators.code_mismatch;
  const { headings, chapters, evidence } = policy.goods.read(description);
  const [guess] = headings;
  if (!guess || evidence < leastEvidence) return null;
  const [read, declared] = [guess.heading.slice(0, 2), commodityCode.slice(0, 2)];
  if (read === declared || KIN.some((kin) => kin.includes(read) && kin.includes(declared))) return null;
  const percent = (chapter: string) => (chapters.get(chapter) ?? 0) * 100;
  if (percent(read) < atLeastPercent || percent(declared) > atMostPercent) return null;
  return { guess, chapterPercent: Math.round(percent(read)) };
}
