import { describe, expect, it } from 'vitest';
import { normalisePhone } from '@/lib/consignment/phone';
import { countryOf } from './countries';
import { addressKey, normaliseTaxNumber } from './identifiers';

describe('telephone numbers', () => {
  it.each([
    ['+31 (0)20 555 0101', '0031205550101'],
    ['+31 20 555 0101', '020-5550101'],
    ['+49 30 5550 1234 ext. 7', '+493055501234'],
    ['＋７ ７２７ ５５５ ０１４２', '+7 727 555 0142'],
  ])('%s is %s', (a, b) => {
    expect(normalisePhone(a)).toBe(normalisePhone(b));
    expect(normalisePhone(a)).not.toBeNull();
  });

  it.each(['112', '00000000000', 'none'])('%s is nobody', (phone) => {
    expect(normalisePhone(phone)).toBeNull();
  });
});

describe('tax numbers and addresses', () => {
  it('agree whatever their punctuation', () => {
    expect(normaliseTaxNumber('nl 0012.34.567.B01')).toBe('NL001234567B01');
    expect(normaliseTaxNumber('N/A')).toBeNull();
    expect(addressKey('Hauptstraße 5, 10115 Berlin')).toBe(addressKey('10115 BERLIN, Hauptstr. 5'));
    expect(addressKey('Berlin, Germany')).toBeNull();
  });
});

describe('countries of lists', () => {
  it.each([
    ['KZ', 'KZ'],
    ['Kazakhstan', 'KZ'],
    ['Korea, North', 'KP'],
    ['Iran (Islamic Republic of)', 'IR'],
    ['Türkiye', 'TR'],
    ['Region: Crimea', null],
    ['', null],
  ])('%s is %s', (name, code) => {
    expect(countryOf(name)).toBe(code);
  });
});
