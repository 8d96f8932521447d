import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountNumber } from './accounts';
import {
  demandNumber,
  isDemandNumber,
  isPaymentReference,
  numberIn,
  paymentReference,
  referenceIn,
} from './payment-reference';

/** No kind of account begins with C, which is for consignments. */
const number = fc.stringMatching(/^[ABD-Z][0-9A-F]{8}$/);

describe('A payment reference', () => {
  it('of 539007547034 is RF18539007547034 (the example of ISO 11649)', () => {
    expect(paymentReference('539007547034')).toBe('RF18539007547034');
    expect(isPaymentReference('RF18539007547034')).toBe(true);
  });

  it('has check digits that tell one figure or letter that is wrong', () => {
    fc.assert(
      fc.property(number, fc.nat({ max: 8 }), fc.constantFrom(...'0123456789ABCDEF'), (text, at, wrong) => {
        const reference = paymentReference(text);
        expect(isPaymentReference(reference)).toBe(true);
        const place = at + 4;
        const right = reference.charAt(place);
        // A letter counts as two figures: one in the place of a figure, or the other way round, may pass.
        fc.pre(right !== wrong && /\d/.test(right) === /\d/.test(wrong));
        expect(isPaymentReference(reference.slice(0, place) + wrong + reference.slice(place + 1))).toBe(false);
      }),
    );
  });

  it('is found among other words, in groups or whole, and not where it is wrong', () => {
    fc.assert(
      fc.property(number, (text) => {
        const reference = paymentReference(text);
        const grouped = reference.replace(/(.{4})/g, '$1 ');
        expect(referenceIn(`duties ${reference} october`)).toBe(reference);
        expect(referenceIn(grouped.toLowerCase())).toBe(reference);
        expect(referenceIn(`RF00 ${text}`)).toBeNull();
      }),
    );
    expect(referenceIn('no reference at all')).toBeNull();
  });

  it('of one consignment is longer, found among other words, and never taken for an account', () => {
    fc.assert(
      fc.property(fc.uuid(), (consignmentId) => {
        const reference = paymentReference(demandNumber(consignmentId));
        expect(referenceIn(`parcel ${reference.replace(/(.{4})/g, '$1 ')} thanks`)).toBe(reference);
        expect(isDemandNumber(numberIn(reference))).toBe(true);
      }),
    );
  });

  it('is made of the number of an account, which is the same on every machine', () => {
    const account = { accountId: 'operator:p1:EUR', kind: 'operator' } as const;
    expect(accountNumber(account)).toMatch(/^O[0-9A-F]{8}$/);
    expect(accountNumber(account)).toBe(accountNumber({ ...account }));
  });
});
