import { expect, it } from 'vitest';
import { isNarrow } from './query-set';

it('a question is narrow where one to nine consignments are behind it', () => {
  expect([0n, 1n, 9n, 10n].map(isNarrow)).toEqual([false, true, true, false]);
});
