import type { GoodsIndex } from '@/lib/consignment/goods-index';
import { wordsOf } from '@/lib/consignment/words';
import type { Nomenclature } from './hs-2022';
import { HS6 } from './hs6';

/** A code that words may stand for; without a name where the selection of wordings has none. */
export type CodeChoice = { readonly code: string; readonly name: string | null };
/** A heading the words read like, with its subheadings. */
export type HeadingChoice = { readonly heading: string; readonly codes: readonly CodeChoice[] };

/** Headings whose share of what the words say is under this part are no answer. */
const LEAST_SHARE = 0.08;
const HEADINGS_MAX = 4;

/**
 * The subheadings that words may stand for, by the index that judges descriptions of declarations, and by our wordings of subheadings.
 * The likeliest heading first, and of it first what shares most words with the question.
 */
export function findCodes(
  words: string,
  goods: Pick<GoodsIndex, 'read'>,
  { subheadings }: Pick<Nomenclature, 'subheadings'>,
): readonly HeadingChoice[] {
  const asked = new Set(wordsOf(words));
  const shared = (code: string) => wordsOf(HS6.get(code) ?? '').filter((word) => asked.has(word)).length;
  const weights = new Map<string, number>();
  const weigh = (heading: string, weight: number) => weights.set(heading, Math.max(weights.get(heading) ?? 0, weight));
  for (const code of HS6.keys()) if (shared(code) > 0) weigh(code.slice(0, 4), shared(code) / asked.size);
  for (const { heading, share } of goods.read(words).headings) {
    if (share >= LEAST_SHARE) weigh(heading, share + (weights.get(heading) ?? 0));
  }
  const headings = [...weights].sort(([, a], [, b]) => b - a).map(([heading]) => heading);
  return headings.slice(0, HEADINGS_MAX).flatMap((heading) => {
    const codes = [...subheadings]
      .filter((code) => code.startsWith(heading))
      .map((code) => ({ code, name: HS6.get(code) ?? null, shared: shared(code) }))
      .sort(
        (a, b) =>
          b.shared - a.shared || Number(b.name !== null) - Number(a.name !== null) || (a.code < b.code ? -1 : 1),
      )
      .map(({ code, name }) => ({ code, name }));
    return codes.length === 0 ? [] : [{ heading, codes }];
  });
}
