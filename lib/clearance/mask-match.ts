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

/** A match without the declared words: which words of the list were met and how closely stays to be judged by. */
export function maskMatch(match: DeniedMatch): DeniedMatch {
  return {
    ...match,
    pairs: match.pairs.map((pair) => ({ ...pair, here: HIDDEN })),
    unpaired: match.unpaired.map(() => HIDDEN),
  };
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
        // `word = listed` or `word ~ listed (97 %)`, parted by commas; no word holds a blank.
        ...(typeof values.pairs === 'string' ? { pairs: values.pairs.replace(/[^ ,]+(?= [=~] )/g, HIDDEN) } : {}),
        ...(typeof values.unpaired === 'string' ? { unpaired: values.unpaired.replace(/[^ ,]+/g, HIDDEN) } : {}),
      },
    };
  });
}
