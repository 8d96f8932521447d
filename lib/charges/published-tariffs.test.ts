import { describe, expect, it } from 'vitest';
import { rational, rationalText } from '@/lib/kernel/rational';
import { dutyOn } from './duty-on';
import { measure, readMeasure, type Unit } from './measure';
import { roundTo } from './round';

type Quantities = Partial<Record<Unit, string>>;

/** Duty in minor units, half up, of a rate as printed on a value and quantities. */
function duty(
  rate: string,
  value: string,
  currency: string,
  quantities: Quantities,
  rates: Record<string, string> = {},
) {
  const map = <K extends string>(texts: Partial<Record<K, string>>) =>
    new Map(Object.entries(texts).map(([key, text]) => [key as K, rational(String(text))] as const));
  const worked = dutyOn(measure(rate, currency), {
    value: rational(value),
    currency,
    quantities: map(quantities),
    unitsPerBase: map(rates),
  });
  return worked.ok ? roundTo(worked.amount, { step: '0.01', mode: 'halfUp', level: 'line' }, 2) : worked.fault;
}

describe('specific, compound and mixed duties as tariffs print them', () => {
  it.each<[string, string, string, string, Quantities, bigint]>([
    ['HTSUS 0406.10.84, 1.509 $/kg on 10 kg = 15.09', '$1.509/kg', '80.00', 'USD', { kg: '10' }, 1509n],
    ['HTSUS 0102.29.40, 1 cent/kg on 450 kg = 4.50', '1 cents/kg', '900.00', 'USD', { kg: '450' }, 450n],
    ['HTSUS 0101.29 form, 68 cents/head on 3 = 2.04', '68 cents/head', '900.00', 'USD', { item: '3' }, 204n],
    ['HTSUS 9102 form, 0.9 cents each on 100 = 0.90', '0.9 cents each', '9.00', 'USD', { item: '100' }, 90n],
    [
      'HTSUS 0402 form, 1.104 $/kg + 14.9 % on 2 kg of 30 = 6.68',
      '$1.104/kg + 14.9%',
      '30.00',
      'USD',
      { kg: '2' },
      668n,
    ],
    [
      'HTSUS 0402 form, 46.3 cents/kg + 14.9 % on 4 kg of 10 = 3.34',
      '46.3 cents/kg + 14.9%',
      '10.00',
      'USD',
      { kg: '4' },
      334n,
    ],
    [
      'CN 0201 10 00, 12.8 % + 176.8 EUR/100 kg on 5 kg of 60 = 16.52',
      '12.8 + 176.8 EUR/100 kg',
      '60.00',
      'EUR',
      { kg: '5' },
      1652n,
    ],
    ['CN 0203 form, 41.2 EUR/100 kg on 2.5 kg = 1.03', '41.2 EUR/100 kg', '20.00', 'EUR', { kg: '2.5' }, 103n],
    ['CN 0105 form, 52 EUR/1000 p/st on 250 = 13.00', '52 EUR/1000 p/st', '400.00', 'EUR', { item: '250' }, 1300n],
    [
      'CN 2208 40, 0.6 EUR/% vol/hl + 3.2 EUR/hl on 0.7 l of 40 % = 0.19',
      '0.6 EUR/% vol/hl + 3.2 EUR/hl',
      '25.00',
      'EUR',
      { vol_hl: '0.28', hl: '0.007' },
      19n,
    ],
    [
      'CN 9101 form, 4.5 % MIN 0.3 EUR/p/st MAX 0.8 EUR/p/st: 4.5 % of 4 is under the least, 0.30',
      '4.5% MIN 0.3 EUR/p/st MAX 0.8 EUR/p/st',
      '4.00',
      'EUR',
      { item: '1' },
      30n,
    ],
    [
      'CN 9101 form: 4.5 % of 10 = 0.45 stands',
      '4.5% MIN 0.3 EUR/p/st MAX 0.8 EUR/p/st',
      '10.00',
      'EUR',
      { item: '1' },
      45n,
    ],
    [
      'CN 9101 form: 4.5 % of 200 is over the most, 0.80',
      '4.5% MIN 0.3 EUR/p/st MAX 0.8 EUR/p/st',
      '200.00',
      'EUR',
      { item: '1' },
      80n,
    ],
    [
      'Australia Schedule 3, 2203: 5 % and 107.99 $/l of alcohol on 0.28 l of 40 = 32.24',
      '5% + $107.99/l of alcohol',
      '40.00',
      'AUD',
      { l_alcohol: '0.28' },
      3224n,
    ],
    ['HTSUS 8471.30: Free', 'Free', '900.00', 'USD', {}, 0n],
    ['HTSUS 6109.10: 16.5 % of 33.33 = 5.50', '16.5%', '33.33', 'USD', {}, 550n],
  ])('%s', (_name, rate, value, currency, quantities, expected) => {
    expect(duty(rate, value, currency, quantities)).toBe(expected);
  });

  it('Reg. 952/2013 Art. 53: a duty in euro on goods in pounds is converted at the rate of the day', () => {
    expect(duty('100 EUR/100 kg', '50.00', 'GBP', { kg: '10' }, { EUR: '1.25' })).toBe(800n);
  });
  it('a specific duty without the quantity is a fault, never nil', () => {
    expect(duty('100 EUR/100 kg', '50.00', 'EUR', {})).toEqual({ rule: 'quantity_missing', unit: 'kg' });
  });
  it('a duty in a currency without a rate is a fault', () => {
    expect(duty('1 EUR/kg', '50.00', 'GBP', { kg: '1' })).toEqual({ rule: 'exchange_rate_missing', currency: 'EUR' });
  });
});

describe('what is no rate is refused with its place', () => {
  it.each([
    ['', 0, 'empty'],
    ['12', 0, 'not_a_term'],
    ['12% + much', 6, 'not_a_term'],
    ['-3%', 0, 'negative'],
    ['3 EUR/bushel', 0, 'unknown_unit'],
    ['8% MIN some', 7, 'not_a_term'],
  ])('%j at %d: %s', (text, at, rule) => {
    expect(readMeasure(text)).toEqual({ ok: false, fault: { at, rule } });
  });
});

it('prints an exact value, or its fraction where no decimal can say it', () => {
  expect(rationalText(rational('1.50'), 2)).toBe('1.50');
});
