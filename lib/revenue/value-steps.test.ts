import { createTranslator } from 'next-intl';
import { describe, expect, it } from 'vitest';
import type { ConsignmentRecord } from '@/lib/consignment/record';
import revenue from '@/lib/messages/en/revenue.json';
import { anItem, aRecord, policyOn } from '@/tests/support/records';
import { chargesOf } from './charges';
import { valueSteps } from './value-steps';

const translate = createTranslator({
  locale: 'en',
  messages: { revenue },
  onError: (error) => {
    throw error;
  },
});

function dutyWorking(record: ConsignmentRecord, day: string) {
  const [line] = chargesOf(record, policyOn(day)).lines;
  if (!line) throw new Error('no line of duty');
  return line.working;
}

function told(working: Parameters<typeof valueSteps>[0]): string[] {
  return valueSteps(working).flatMap(({ key, values, rateFrom, rateAgeDays }) => [
    translate(`revenue.value.${key}`, { ...values, day: rateFrom ?? '' }),
    ...(rateAgeDays === null ? [] : [translate('revenue.value.old', { days: rateAgeDays })]),
  ]);
}

const inDollars = aRecord({ items: [anItem({ value: '99.99', currency: 'USD' })] });
const EURO_TRANSPORT = { transportCost: '10.00', transportCurrency: 'EUR' } as const;
const DOLLAR_TRANSPORT = { transportCost: '10.00', transportCurrency: 'USD' } as const;

describe('the way from what was declared to the customs value', () => {
  it('99.99 USD at 1.1721 = 85.31 EUR, by the rate that is valid from 1 January, 30 days later', () => {
    expect(told(dutyWorking(inDollars, '2026-01-31'))).toEqual([
      '99.99 USD = 85.31 EUR (1 EUR = 1.1721 USD, rate of 2026-01-01)',
    ]);
  });

  it('says the age of a rate from its 31st day on, when its month is over', () => {
    expect(told(dutyWorking(inDollars, '2026-02-01'))).toEqual([
      '99.99 USD = 85.31 EUR (1 EUR = 1.1721 USD, rate of 2026-01-01)',
      'This rate was 31 days old when the value was computed.',
    ]);
  });

  it('shows transport in our currency and in another, each with its rate', () => {
    expect(told(dutyWorking({ ...inDollars, ...EURO_TRANSPORT }, '2026-01-31'))).toEqual([
      '99.99 USD = 85.31 EUR (1 EUR = 1.1721 USD, rate of 2026-01-01)',
      'With transport 10.00 = 95.31 EUR',
    ]);
    expect(told(dutyWorking(aRecord(DOLLAR_TRANSPORT), '2026-02-01'))).toEqual([
      '12.00 EUR',
      'With transport 8.53 = 20.53 EUR; transport of the consignment: 10.00 USD = 8.53 EUR (1 EUR = 1.1721 USD, rate of 2026-01-01)',
      'This rate was 31 days old when the value was computed.',
    ]);
  });

  it('says the age of one rate once, beside the goods', () => {
    expect(told(dutyWorking({ ...inDollars, ...DOLLAR_TRANSPORT }, '2026-02-01'))).toEqual([
      '99.99 USD = 85.31 EUR (1 EUR = 1.1721 USD, rate of 2026-01-01)',
      'This rate was 31 days old when the value was computed.',
      'With transport 8.53 = 93.84 EUR; transport of the consignment: 10.00 USD = 8.53 EUR (1 EUR = 1.1721 USD, rate of 2026-01-01)',
    ]);
  });

  it('says nothing where the declared value is the customs value, or where there is no rate', () => {
    expect(told(dutyWorking(aRecord(), '2026-01-31'))).toEqual([]);
    const inRiel = aRecord({ ...EURO_TRANSPORT, items: [anItem({ value: '5000', currency: 'KHR' })] });
    expect(told(dutyWorking(inRiel, '2026-01-31'))).toEqual([]);
  });

  it('prints an assessment that was stored before rates were dated, without the day', () => {
    const stored = {
      value: '99.99',
      valueCurrency: 'USD',
      rate: '1.1721',
      converted: '85.31',
      transport: '2.00',
      customsValue: '87.31',
      currency: 'EUR',
    };
    expect(told({ code: 'duty_flat', values: stored })).toEqual([
      '99.99 USD = 85.31 EUR (1 EUR = 1.1721 USD)',
      'With transport 2.00 = 87.31 EUR',
    ]);
  });
});
