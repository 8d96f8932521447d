import { describe, expect, it } from 'vitest';
import { EXAMPLE_LAWS } from '@/lib/charges/examples/all';
import { askedAlike } from '@/tests/support/charged-goods';

/** On both sides of every limit the laws have, in their own currencies. */
const VALUES = [
  '1',
  '20',
  '21',
  '40',
  '45',
  '46',
  '100',
  '135',
  '136',
  '150',
  '151',
  '1000',
  '1001',
  '10000',
  '300000',
];
const COUNTRIES = ['CN', 'US', 'MX'] as const;

/** Rates of exchange for the amounts a law states in another currency. */
const RATES = { USD: '1.1', EUR: '1.2', XDR: '0.8', CAD: '1.5', GBP: '0.9' };

describe.each(EXAMPLE_LAWS)('the calculator of the public under $id', ({ law }) => {
  const rates = Object.fromEntries(Object.entries(RATES).filter(([currency]) => currency !== law.currency));
  it.each(['sale', 'gift', 'documents', 'sample'] as const)(
    'comes to what the engine charges of a %s, on both sides of every limit',
    (type) => {
      const asked = VALUES.flatMap((value) =>
        COUNTRIES.flatMap((from) => [
          askedAlike(law, [{ value }], { type, from, rates }),
          askedAlike(law, [{ value }, { value, code: '330300', rate: '6%' }], { type, from, rates, freight: '10' }),
        ]),
      );
      // Whatever a law is of, a buyer can ask for plain goods.
      expect(asked.every(Boolean)).toBe(true);
    },
  );
  it('comes to the same under a vendor scheme', () => {
    expect(VALUES.map((value) => askedAlike(law, [{ value }], { underScheme: true, rates }))).not.toContain(false);
  });
});
