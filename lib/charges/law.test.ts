import { describe, expect, it } from 'vitest';
import { due, worked } from '@/tests/support/charged-goods';
import { EXAMPLE_LAWS } from './examples/all';
import { BRAZIL } from './examples/americas';
import { JAPAN } from './examples/asia-pacific';
import { EU_FLAT } from './examples/eu';
import { type Law, lawFaults } from './law';

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
    const open = ['value no_exchange_rate', 'duty no_exchange_rate', 'vat no_exchange_rate'];
    expect(due(EU_FLAT.law, [{ value: '10', currency: 'USD' }])).toEqual(open);
  });
  it('a limit of the law in a currency without a rate of exchange: the value is known, the rule is not', () => {
    expect(due(BRAZIL.law, [{ value: '10' }], { underScheme: true })).toEqual([
      'duty no_exchange_rate',
      'vat no_exchange_rate',
    ]);
  });
  it('goods without a rate in the tariff', () => {
    expect(due(EU_FLAT.law, [{ value: '200', rate: null }])).toEqual(['duty no_rate', 'vat duty_open']);
  });
  it('a duty by weight of goods that state none; with a weight it is computed', () => {
    const goods = { value: '200', rate: '12% + 3.50 EUR/100 kg' };
    expect(due(EU_FLAT.law, [goods])).toEqual(['duty no_percentage', 'vat duty_open']);
    expect(due(EU_FLAT.law, [{ ...goods, quantities: { kg: '20' } }])).toMatchObject({ duty: 2470n });
  });
});

it('prints a working that can be followed line by line', () => {
  const goods = [
    { value: '158.01', rate: '12% + 3.50 EUR/100 kg', quantities: { kg: '4' } },
    { value: '20.00', code: '910211', rate: '4.5%' },
  ];
  const { lines } = worked(EU_FLAT.law, goods, { freight: '8.00' });
  expect(
    lines.map(({ kind, amountMinor, working: { code, values } }) => [
      kind,
      code,
      values.formula ?? values.percent,
      amountMinor,
    ]),
  ).toEqual([
    ['duty', 'duty_formula', '12 % × 165.11 = 19.8132; 3.5 EUR/100 kg × 4 kg = 0.14 EUR', 1995n],
    ['duty', 'duty_ad_valorem', '4.5', 94n],
    ['vat', 'vat', '21', 3886n],
    ['vat', 'vat', '21', 459n],
  ]);
});

it('tells what it rounded where that is not half up to the minor unit', () => {
  const { lines } = worked(JAPAN.law, [{ value: '12345', rate: '10%', taxPercent: '10' }]);
  expect(lines.map(({ working }) => working.values)).toMatchObject([
    { baseExact: '12345', baseRounded: '12000', baseMode: 'down', baseStep: '1000', amount: '1200' },
    { baseExact: '13545', baseRounded: '13000', amount: '1300' },
  ]);
});
