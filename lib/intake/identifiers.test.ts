import { describe, expect, it } from 'vitest';
import { awbCheckDigit, MRN_SHAPE, mrnCheckDigit, s10CheckDigit } from './identifiers';

describe('check digits', () => {
  it.each([
    ['47312482', 9],
    ['12345678', 5],
    ['98765432', 6],
    ['00000001', 4],
    ['10000000', 3],
  ])('S10 of %s is %d', (serial, digit) => {
    expect(s10CheckDigit(serial)).toBe(digit);
  });

  it.each(['19GBCKKCQSXV2FGVA8', '20GB1Q3RTK463FGVR4'])('MRN %s holds', (mrn) => {
    expect(MRN_SHAPE.test(mrn)).toBe(true);
    expect(String(mrnCheckDigit(mrn))).toBe(mrn.slice(-1));
  });

  it('the air waybill serial 1234567 ends in 5: 1234567 mod 7', () => {
    expect(awbCheckDigit('1234567')).toBe(5);
  });
});
