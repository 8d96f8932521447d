import { expect, it } from 'vitest';
import { decideDuty } from './decide-duty';
import type { Status } from './transitions';

const EURO = { currency: 'EUR', minorDigits: 2 };
const OPEN = [
  { itemNumber: 1, basis: 'b', isStatable: true },
  { itemNumber: 2, basis: 'b', isStatable: false },
];
const decide = (amount: string, itemNumber = 1, money = EURO, status: Status = 'selected') => {
  const decision = decideDuty(status, OPEN, { itemNumber, amount, ground: 'Article 1' }, money);
  return decision.ok ? decision.duty.amountMinor : decision.reasons.map(({ code }) => code);
};

it('takes an amount in the minor units of the currency of the administration, nil among them', () => {
  expect(decide('12.8')).toBe(1_280n);
  expect(decide('0')).toBe(0n);
  expect(decide('9999999999999.99')).toBe(999_999_999_999_999n);
  expect(decide('1200', 1, { currency: 'JPY', minorDigits: 0 })).toBe(1_200n);
  expect(decide('1.234', 1, { currency: 'KWD', minorDigits: 3 })).toBe(1_234n);
});

it.each([
  ['', 'duty.amount_malformed'],
  ['-1', 'duty.amount_malformed'],
  ['12.8 EUR', 'duty.amount_malformed'],
  ['1.2345', 'duty.amount_malformed'],
  ['10000000000000', 'duty.amount_malformed'],
  ['92233720368547758.08', 'duty.amount_malformed'],
  ['12,80', 'duty.amount_comma'],
  ['1.200', 'duty.amount_ambiguous'],
])('refuses %j at its field', (amount, code) => expect(decide(amount)).toEqual([code]));

it('refuses a duty that is computed, or whose value is open, or where nobody decides now', () => {
  expect(decide('1', 3)).toEqual(['duty.not_open']);
  expect(decide('1', 2)).toEqual(['duty.value_open']);
  expect(decide('1', 1, EURO, 'examination')).toEqual(['status.examination']);
});
