import { expect, it } from 'vitest';
import { type Amount, sumOf } from './amount';

const euro = (amount: string): Amount => ({ amount, currency: 'EUR' });

it('amounts add up to the last decimal', () => {
  expect(sumOf([euro('0.10'), euro('0.20'), euro('90071992547409.93')])).toEqual(euro('90071992547410.23'));
  expect(sumOf([euro('-1.50'), euro('0.25')])).toEqual(euro('-1.25'));
  expect(sumOf([{ amount: '7', currency: 'JPY' }])).toEqual({ amount: '7', currency: 'JPY' });
  expect(sumOf([])).toBeNull();
});

it('amounts of different currencies have no sum', () => {
  expect(() => sumOf([euro('1.00'), { amount: '1.00', currency: 'GBP' }])).toThrow(RangeError);
  expect(() => sumOf([euro('1.00'), euro('1.0')])).toThrow(RangeError);
});
