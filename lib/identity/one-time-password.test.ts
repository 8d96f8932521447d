import { expect, test } from 'vitest';
import { oneTimePassword } from './one-time-password';

test('a one-time password is four groups of signs that nobody confuses', () => {
  const random = Uint8Array.from({ length: 64 }, (_, index) => (index * 37) % 256);
  expect(oneTimePassword(random)).toMatch(/^(?:[a-hjkmnp-z2-9]{4}-){3}[a-hjkmnp-z2-9]{4}$/);
});

test('bytes that would favour a sign are passed over, and too few bytes make none', () => {
  const unfair = Uint8Array.from({ length: 64 }, () => 255);
  expect(() => oneTimePassword(unfair)).toThrow(RangeError);
  expect(() => oneTimePassword(new Uint8Array(15))).toThrow(RangeError);
});
