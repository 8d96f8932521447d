import { describe, expect, it } from 'vitest';
import { EU_FLAT } from '@/lib/charges/examples/eu';
import { PARAMETERS } from './parameters';
import { partFaults } from './part-faults';

const against = {
  currency: 'EUR',
  minorDigits: 2,
  rows: PARAMETERS,
  period: { fromOn: '2026-12-01', toOn: '2026-12-31' },
};
type Faulty = readonly [what: string, key: string, value: unknown, place: string, rule: string, told?: string];

const { law } = EU_FLAT;
const band = law.bands.findIndex(({ key }) => key === 'low_value');
const withBand = (own: object) => ({
  ...law,
  bands: law.bands.map((one, index) => (index === band ? { ...one, ...own } : one)),
});
const limit = (upTo: unknown) => withBand({ when: { upTo } });
const at = `bands.${band}`;

const BAD: readonly Faulty[] = [
  [
    'a negative limit',
    'own',
    limit({ amount: '-5', currency: 'EUR' }),
    `${at}.when.upTo.amount`,
    'negative_or_no_decimal',
    '-5',
  ],
  [
    'no number',
    'own',
    limit({ amount: '1,5', currency: 'EUR' }),
    `${at}.when.upTo.amount`,
    'negative_or_no_decimal',
    '1,5',
  ],
  [
    'an absurd limit',
    'own',
    limit({ amount: '9999999999999', currency: 'EUR' }),
    `${at}.when.upTo.amount`,
    'absurd_amount',
  ],
  [
    'an unknown currency',
    'own',
    limit({ amount: '5', currency: 'EUX' }),
    `${at}.when.upTo.currency`,
    'unknown_currency',
    'EUX',
  ],
  [
    'a currency without a rate',
    'own',
    limit({ amount: '5', currency: 'KPW' }),
    `${at}.when.upTo.currency`,
    'rate_missing',
    'KPW 2026-12-01',
  ],
  ['no last band', 'own', { ...law, bands: law.bands.slice(0, 1) }, 'bands.0.when', 'gap'],
  ['bands that overlap', 'own', { ...law, bands: [law.bands.at(-1), ...law.bands] }, 'bands.0.when', 'overlap'],
  ['a band twice', 'own', { ...law, bands: [law.bands[0], ...law.bands] }, 'bands.1.key', 'twice'],
  [
    'a rate nobody can read',
    'own',
    withBand({ duty: { kind: 'rate', rate: 'a lot', deduct: null } }),
    `${at}.duty.rate`,
    'not_a_term',
  ],
  [
    'an absurd tax',
    'own',
    withBand({ tax: { kind: 'on_duty_paid', ratePercent: '2000' } }),
    `${at}.tax.ratePercent`,
    'absurd_percentage',
    '2000',
  ],
  [
    'a step under the minor unit',
    'own',
    { ...law, duty: { ...law.duty, step: '0.001' } },
    'duty.step',
    'under_the_minor_unit',
  ],
  ['an absurd step', 'own', { ...law, tax: { ...law.tax, step: '5000' } }, 'tax.step', 'absurd_amount', '5000'],
  ['another currency', 'own', { ...law, currency: 'USD' }, 'currency', 'other_currency', 'USD'],
  ['other decimals', 'own', { ...law, minorDigits: 3 }, 'minorDigits', 'minor_digits', '3'],
  [
    'a fee of no band',
    'own',
    {
      ...law,
      fees: [
        {
          key: 'fee',
          per: 'item',
          flat: { amount: '2', currency: 'EUR' },
          bands: ['nowhere'],
          isTaxed: false,
          citation: 'x',
        },
      ],
    },
    'fees.0.bands',
    'unknown_band',
  ],
  ['another law', 'second law', law, '', 'no_key', 'second law'],
];

const faultsOf = (key: string, value: unknown) => partFaults({ kind: 'charge_law', key, value }, 'parts', against);

describe('a law of charges', () => {
  it('may stand where it is in order', () => {
    expect(faultsOf('own', law)).toEqual([]);
  });
  for (const [what, key, value, place, code, told] of BAD) {
    it(`is refused with ${what}, by place and rule`, () => {
      const [fault] = faultsOf(key, value);
      expect(fault).toMatchObject({ pointer: place === '' ? 'parts' : `parts.${place}`, code });
      if (told !== undefined) expect(fault?.value).toBe(told);
    });
  }
});
