import { describe, expect, test } from 'vitest';
import { seededRandom } from '@/lib/kernel/prng';
import { masterRef, mrn, s10CheckDigit, s10Id, schemeId } from './identifiers';

describe('identifiers', () => {
  test.each([
    ['47312482', 9],
    ['12345678', 5],
    ['98765432', 6],
    ['00000001', 4],
    ['10000000', 3],
  ])('the check digit of postal serial %s is %i', (serial, digit) => {
    expect(s10CheckDigit(serial)).toBe(digit);
  });

  test('postal ids of different counts differ', () => {
    const ids = new Set(Array.from({ length: 5_000 }, (_, count) => s10Id('LX', count, 'CN')));
    expect(ids.size).toBe(5_000);
  });

  test('a master air waybill ends with its serial modulo seven', () => {
    const ref = masterRef(321);
    expect(ref).toMatch(/^990-\d{8}$/);
    expect(Number(ref.slice(4, 11)) % 7).toBe(Number(ref.at(-1)));
  });

  test('a movement reference has 18 characters and a scheme number 12', () => {
    expect(mrn(2026, 'NL', 77)).toMatch(/^26NL[A-Z0-9]{13}\d$/);
    expect(schemeId(seededRandom(1))).toMatch(/^IM\d{10}$/);
  });
});
