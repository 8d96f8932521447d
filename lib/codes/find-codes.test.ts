import { expect, it } from 'vitest';
import { FLAT_DAY, policyOn } from '@/tests/support/records';
import { findCodes } from './find-codes';
import { HS_2022 } from './hs-2022';

const found = (words: string) => findCodes(words, policyOn(FLAT_DAY).goods, HS_2022);

it('finds the code of goods by their words, what shares most words first', () => {
  const [first] = found('cotton T-shirt');
  expect(first?.heading).toBe('6109');
  expect(first?.codes[0]).toMatchObject({ code: '610910' });
  expect(found('headphones').map(({ heading }) => heading)).toContain('8518');
});

it('finds none for words that name no goods', () => {
  expect(found('qwertz')).toEqual([]);
});
