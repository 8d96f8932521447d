import { expect, it } from 'vitest';
import { isOverParcelLimit, PARCEL_LIMIT, parcelKeyOf } from './parcel-limit';
import { addressKeyOf, UNKNOWN_ADDRESS } from './throttle';

const here = addressKeyOf('203.0.113.9');
const { address, everybody, reference } = PARCEL_LIMIT;

it('lets an address ask so often and no oftener, and about one reference so often from anywhere', () => {
  expect(isOverParcelLimit({ byAddress: address.questions - 1, ofReference: 0 }, here)).toBe(false);
  expect(isOverParcelLimit({ byAddress: address.questions, ofReference: 0 }, here)).toBe(true);
  expect(isOverParcelLimit({ byAddress: 0, ofReference: reference.questions }, here)).toBe(true);
});

it('does not count everybody as one where no proxy tells addresses, but for a flood', () => {
  expect(isOverParcelLimit({ byAddress: address.questions, ofReference: 0 }, UNKNOWN_ADDRESS)).toBe(false);
  expect(isOverParcelLimit({ byAddress: everybody.questions, ofReference: 0 }, UNKNOWN_ADDRESS)).toBe(true);
});

it('keeps nothing of what was typed', () => {
  expect(parcelKeyOf('abc-1')).toMatch(/^[0-9a-f]{64}$/);
});
