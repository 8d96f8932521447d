import { describe, expect, it } from 'vitest';
import { chargedGoods, due } from '@/tests/support/charged-goods';
import { EXAMPLE_LAWS } from './examples/all';
import { EU_FLAT } from './examples/eu';
import { type Law, lawFaults } from './law';
import { workOut } from './work-out';

const changed = (change: (law: Record<string, unknown> & Law) => void): readonly string[] => {
  const law = JSON.parse(JSON.stringify(EU_FLAT.law)) as Record<string, unknown> & Law;
  change(law);
  return lawFaults(law).map(({ place, rule }) => `${place}: ${rule}`);
};
const flatBand = EU_FLAT.law.bands.findIndex(({ key }) => key === 'low_value');

describe('example laws', () => {
  it.each(EXAMPLE_LAWS.map((example) => [example.id, example] as const))(
    '%s can be used and says where it is from',
    (_id, example) => {
      expect(lawFaults(example.law)).toEqual([]);
      expect(example).toMatchObject({ isExample: true, lastChecked: expect.stringMatching(/^2026-/) });
      expect(example.source && example.instrument.citation && example.leavesOut).toBeTruthy();
    },
  );
});

describe('a law that cannot be used is refused with place and rule', () => {
  it('of an unknown currency', () => {
    expect(
      changed((law) => {
        law.currency = 'XXQ';
      }),
    ).toEqual(['currency: unknown_currency']);
  });
  it('with a negative amount', () => {
    expect(
      changed((law) => {
        Object.assign(law.bands[flatBand]?.duty ?? {}, { flat: { amount: '-3', currency: 'EUR' } });
      }),
    ).toEqual([`bands.${flatBand}.duty.flat.amount: negative_or_no_decimal`]);
  });
  it('with an absurd percentage', () => {
    expect(
      changed((law) => {
        Object.assign(law.bands[flatBand]?.tax ?? {}, { ratePercent: '2100' });
      }),
    ).toEqual([`bands.${flatBand}.tax.ratePercent: absurd_percentage`]);
  });
  it('with a gap: no band for what none of the others takes', () => {
    expect(
      changed((law) => {
        law.bands.pop();
      }),
    ).toEqual([`bands.${flatBand}.when: gap`]);
  });
  it('with a band that hides all behind it', () => {
    expect(
      changed((law) => {
        Object.assign(law.bands[0] ?? {}, { when: {} });
      }),
    ).toEqual(['bands.0.when: overlap']);
  });
  it('with two bands of one name', () => {
    expect(
      changed((law) => {
        Object.assign(law.bands[1] ?? {}, { key: 'gift' });
      }),
    ).toEqual(['bands.1.key: twice']);
  });
  it('that rounds under the minor unit', () => {
    expect(
      changed((law) => {
        law.duty.step = '0.001';
      }),
    ).toEqual(['duty.step: under_the_minor_unit']);
  });
});

describe('what cannot be charged is said and never guessed', () => {
  it('a currency without a rate of exchange', () => {
    expect(due(EU_FLAT.law, [{ value: '10', currency: 'USD' }])).toEqual(['exchange_rate_missing USD']);
  });
  it('goods without a rate in the tariff', () => {
    expect(due(EU_FLAT.law, [{ value: '200', rate: null }])).toEqual(['tariff_rate_missing 610910']);
  });
  it('a negative value', () => {
    expect(due(EU_FLAT.law, [{ value: '-1' }])).toEqual(['negative_or_no_decimal -1']);
  });
});

it('prints a working that can be followed line by line', () => {
  const goods = chargedGoods(EU_FLAT.law, [{ value: '158.01' }, { value: '20.00', code: '910211', rate: '4.5%' }], {
    freight: '8.00',
  });
  const worked = workOut(EU_FLAT.law, goods);
  expect(worked.ok && worked.lines.map(({ text }) => text)).toEqual([
    'customs value 158.01 + freight 7.10 EUR = 165.11',
    'customs value 20.00 + freight 0.90 EUR = 20.90',
    '12 % of 165.11 = 19.8132, halfUp to 0.01: 19.81',
    '4.5 % of 20.90 = 0.9405, halfUp to 0.01: 0.94',
    '21 % of 184.92 = 38.8332, halfUp to 0.01: 38.83',
    '21 % of 21.84 = 4.5864, halfUp to 0.01: 4.59',
  ]);
});
