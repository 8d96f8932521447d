import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ibanTail, readIban } from './refund';

describe('A bank account that is paid to', () => {
  // Examples of the registry of ISO 13616.
  it.each([
    'GB29 NWBK 6016 1331 9268 19',
    'DE89 3704 0044 0532 0130 00',
    'NL91 ABNA 0417 1643 00',
    'nl91abna0417164300',
  ])('%s is one', (text) => expect(readIban(text)).toBe(text.replace(/\s/g, '').toUpperCase()));

  it.each(['', 'NL91', 'NL92 ABNA 0417 1643 00', 'NL91-ABNA-0417-1643-00', '0417164300', 'NL91 ABNA 0417 1643 0O'])(
    '%j is none',
    (text) => expect(readIban(text)).toBeNull(),
  );

  it('with one wrong figure is none', () => {
    const iban = 'DE89370400440532013000';
    fc.assert(
      fc.property(fc.integer({ min: 2, max: iban.length - 1 }), fc.integer({ min: 1, max: 9 }), (place, step) => {
        const wrong = (Number(iban.charAt(place)) + step) % 10;
        expect(readIban(iban.slice(0, place) + wrong + iban.slice(place + 1))).toBeNull();
      }),
    );
  });

  it('is told by its last figures', () => expect(ibanTail('NL91ABNA0417164300')).toBe('…4300'));
});
