import { describe, expect, it } from 'vitest';
import { policyOn, RELIEF_DAY } from '@/tests/support/records';
import { isSchemeNumber } from './scheme-number';

describe('a vendor scheme number', () => {
  const { vendorScheme } = policyOn(RELIEF_DAY);
  it.each([
    ['IM2760000018', true],
    ['IM9000000018', true],
    ['IM9990000018', false],
    ['im2760000018', false],
    ['IM276000001', false],
    ['IM27600000181', false],
    ['IN2760000018', false],
  ])('%s: %s. It is IM, a member state and seven figures', (number, expected) => {
    expect(isSchemeNumber(number, vendorScheme)).toBe(expected);
  });
});
