import { describe, expect, it } from 'vitest';
import { FLAT_DAY, policyOn } from '@/tests/support/records';
import { suggestHeading } from './suggest-heading';

const policy = policyOn(FLAT_DAY);

describe('a heading for goods without a code', () => {
  it('is suggested with the words that speak for it', () => {
    const suggestion = suggestHeading('Wooden train set toy for children', policy);
    expect(suggestion?.heading).toBe('9503');
    expect(suggestion?.percent).toBeGreaterThan(30);
    expect(suggestion?.words.length).toBeGreaterThan(0);
  });

  it.each(['', 'gift', 'xqzv', 'goods 12 pcs'])('is not suggested where the words say little: %j', (description) => {
    expect(suggestHeading(description, policy)).toBeNull();
  });
});
