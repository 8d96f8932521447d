import { describe, expect, it } from 'vitest';
import type { DeniedMatch } from '@/lib/assessment/facts';
import type { Indicator } from '@/lib/assessment/types';
import { isWordsPersonal, maskIndicators, maskMatch } from './mask-match';

const match: DeniedMatch = {
  party: 'recipient',
  list: 'UN',
  entryId: '7',
  edition: '2026-1',
  listedName: 'Ivan Petrov',
  similarity: 0.94,
  band: 'review',
  by: 'name',
  pairs: [
    { here: 'ivan', listed: 'ivan', percent: 100 },
    { here: 'petroff', listed: 'petrov', percent: 94 },
  ],
  unpaired: ['sergejewitsch'],
  adjustments: [],
};
const indicator: Indicator = {
  code: 'denied_party',
  points: 40,
  values: {
    party: 'recipient',
    listedName: 'Ivan Petrov',
    pairs: 'ivan = ivan, petroff ~ petrov (94 %)',
    unpaired: 'sergejewitsch, junior',
    percent: 94,
  },
  pointers: ['recipient_name'],
};

describe('Words of a private name', () => {
  it('are kept back from a match, the listed word an equal one is paired with too; how many are how alike is left', () => {
    const { pairs, unpaired, listedName } = maskMatch(match);
    expect(pairs).toEqual([
      { here: '***', listed: '***', percent: 100 },
      { here: '***', listed: '***', percent: 94 },
    ]);
    expect([unpaired, listedName]).toEqual([['***'], 'Ivan Petrov']);
  });

  it('are kept back from the sentence of the assessment', () => {
    const [masked] = maskIndicators([indicator], 'sale');
    expect(masked?.values).toEqual({
      ...indicator.values,
      pairs: '*** = ***, *** ~ *** (94 %)',
      unpaired: '***, ***',
    });
  });

  it('are not told by the order either: the closest pair comes first', () => {
    const turned = { ...match, pairs: [...match.pairs].reverse() };
    expect(maskMatch(turned)).toEqual(maskMatch(match));
    const values = { ...indicator.values, pairs: 'petroff ~ petrov (94 %), ivan = ivan' };
    expect(maskIndicators([{ ...indicator, values }], 'sale')).toEqual(maskIndicators([indicator], 'sale'));
  });

  it('are those of sender and recipient always, of a seller only where it may be a person', () => {
    expect(isWordsPersonal('sender', 'sale')).toBe(true);
    expect(isWordsPersonal('recipient', 'sale')).toBe(true);
    expect(isWordsPersonal('seller', 'sale')).toBe(false);
    expect(isWordsPersonal('seller', 'gift')).toBe(true);
    const ofSeller = { ...indicator, values: { ...indicator.values, party: 'seller' } };
    expect(maskIndicators([ofSeller], 'sale')).toEqual([ofSeller]);
    expect(maskIndicators([ofSeller], 'gift')[0]?.values.unpaired).toBe('***, ***');
  });
});
