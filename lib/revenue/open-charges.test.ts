import { expect, test } from 'vitest';
import { openCharges, openReasons } from './open-charges';

const line = (kind: 'duty' | 'vat', itemNumber: number, code: string) => ({ kind, itemNumber, working: { code } });

test('duty without a commodity code or a rate is open, and so is the VAT that stands on it', () => {
  const open = openCharges([
    line('duty', 1, 'duty_without_code'),
    line('duty', 2, 'duty_without_rate'),
    line('duty', 3, 'duty_ad_valorem'),
    line('vat', 1, 'vat'),
    line('vat', 2, 'vat'),
    line('vat', 3, 'vat'),
  ]);
  expect(openReasons(open, 'duty')).toEqual(['no_code', 'no_rate']);
  expect(openReasons(open, 'duty', 2)).toEqual(['no_rate']);
  expect(openReasons(open, 'vat', 1)).toEqual(['duty_open']);
  expect(openReasons(open, 'duty', 3)).toEqual([]);
  expect(openReasons(open, 'value')).toEqual([]);
});

test('duty is open where the tariff has no single percentage, and so is the VAT that stands on it', () => {
  const open = openCharges([line('duty', 1, 'duty_not_ad_valorem'), line('vat', 1, 'vat')]);
  expect(openReasons(open, 'duty')).toEqual(['no_percentage']);
  expect(openReasons(open, 'vat')).toEqual(['duty_open']);
});

test('VAT that the vendor accounts for is nil, whatever becomes of the duty', () => {
  expect(openCharges([line('duty', 1, 'duty_without_code'), line('vat', 1, 'vat_vendor')])).toEqual([
    { itemNumber: 1, charge: 'duty', reason: 'no_code' },
  ]);
});

test('without an exchange rate value, duty and VAT are open', () => {
  const open = openCharges([line('duty', 1, 'without_exchange_rate')]);
  expect(open.map(({ charge }) => charge)).toEqual(['value', 'duty', 'vat']);
});

test('a nil by rule is nil: relief, gifts, documents', () => {
  expect(openCharges([line('duty', 1, 'duty_relief'), line('vat', 1, 'vat_gift')])).toEqual([]);
});
