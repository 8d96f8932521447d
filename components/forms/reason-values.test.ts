import { expect, it } from 'vitest';
import { reasonValues } from './reason-values';

it('groups amounts of a sentence, and leaves what is to be typed as it is to be typed', () => {
  const params = { example: '25000.00' };
  expect(reasonValues('en-GB', { code: 'a', pointer: 'corrections.0', params })).toEqual(params);
  expect(reasonValues('en-GB', { code: 'a', params })).toEqual({ example: '25,000.00' });
  expect(reasonValues('en-GB', { code: 'a' })).toBeUndefined();
});
