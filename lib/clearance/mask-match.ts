import type { DeniedMatch, ScreenedRole } from '@/lib/assessment/facts';
import type { Indicator } from '@/lib/assessment/types';
import { isSellerPersonal } from './mask-party';

/** What stands in the place of a word of a private name. */
const HIDDEN = '***';

/**
 * Whether the words of a party's own name are kept back until somebody reveals them: those of sender and recipient, and of a seller
 * that may be a private person. What is on the list is published and is shown.
 */
export function isWordsPersonal(party: ScreenedRole, transactionType: string | null | undefined): boolean {
  return party !== 'seller' || isSellerPersonal(transactionType);
}

/**
 * A match without the declared words, and without the listed ones they were paired with, which tell them where they are equal. How
 * many pairs there are, how closely each is alike and what has no partner stays to be judged by; the closest first, whatever the
 * order of the names.
 */
export function maskMatch(match: DeniedMatch): DeniedMatch {
  return {
    ...match,
    pairs: match.pairs
      .map(({ percent }) => ({ here: HIDDEN, listed: HIDDEN, percent }))
      .sort((a, b) => b.percent - a.percent),
    unpaired: match.unpaired.map(() => HIDDEN),
  };
}

/** `word = listed` and `word ~ listed (97 %)`, parted by commas, as `*** = ***` and `*** ~ *** (97 %)`; no word holds a blank. */
function maskPairs(pairs: string): string {
  const percentOf = (pair: string) => Number(/\((\d+) %\)$/.exec(pair)?.[1] ?? 100);
  return pairs
    .split(', ')
    .map((pair) => pair.replace(/^\S+ ([=~]) \S+/, `${HIDDEN} $1 ${HIDDEN}`))
    .sort((a, b) => percentOf(b) - percentOf(a))
    .join(', ');
}

/** The indicators of a consignment, the sentence about a listed party without the declared words. */
export function maskIndicators(
  indicators: readonly Indicator[],
  transactionType: string | null | undefined,
): readonly Indicator[] {
  return indicators.map((indicator) => {
    const { code, values } = indicator;
    const party = values.party === 'seller' ? 'seller' : 'sender';
    if (code !== 'denied_party' || !isWordsPersonal(party, transactionType)) return indicator;
    return {
      ...indicator,
      values: {
        ...values,
        ...(typeof values.pairs === 'string' ? { pairs: maskPairs(values.pairs) } : {}),
        ...(typeof values.unpaired === 'string' ? { unpaired: values.unpaired.replace(/[^ ,]+/g, HIDDEN) } : {}),
      },
    };
  });
}
