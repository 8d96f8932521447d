import { describe, expect, it } from 'vitest';
import { due, worked } from '@/tests/support/charged-goods';
import { BRAZIL, CANADA, US } from './examples/americas';
import { AUSTRALIA, CHINA, JAPAN, KOREA } from './examples/asia-pacific';
import type { Law } from './law';

const FIVE = { rates: { USD: '0.2' } };
const programme = { underScheme: true, ...FIVE };

describe('Brazil: one dollar is five reais', () => {
  it('Lei 14.902/2024 Art. 32: 50 dollars, 20 % of 250 = 50.00; ICMS inside 300 / 0.83 x 0.17 = 61.45', () => {
    expect(due(BRAZIL.law, [{ value: '50.00', currency: 'USD' }], programme)).toEqual({
      band: 'up_to_50_dollars',
      duty: 5000n,
      tax: 6145n,
    });
  });
  it('Portaria MF 1.086/2024: 100 dollars, 60 % of 500 less 20 dollars = 200.00; ICMS 700 / 0.83 x 0.17 = 143.37', () => {
    expect(due(BRAZIL.law, [{ value: '100.00', currency: 'USD' }], programme)).toEqual({
      band: 'up_to_3000_dollars',
      duty: 20000n,
      tax: 14337n,
    });
  });
  it('Portaria MF 1.086/2024: just above 50 dollars both bands meet, 60 % of 250.05 less 100 = 50.03', () => {
    expect(due(BRAZIL.law, [{ value: '50.01', currency: 'USD' }], programme)).toMatchObject({ duty: 5003n });
  });
  it('Remessa Conforme: freight counts in the limit of 50 dollars', () => {
    const sent = { ...programme, freight: '50.00' };
    expect(due(BRAZIL.law, [{ value: '45.00', currency: 'USD' }], sent)).toMatchObject({ band: 'up_to_3000_dollars' });
  });
  it('Portaria MF 156/1999: outside the programme 60 % from the first dollar, 60 % of 100 = 60.00; ICMS 32.77', () => {
    expect(due(BRAZIL.law, [{ value: '20.00', currency: 'USD' }], FIVE)).toEqual({
      band: 'simplified',
      duty: 6000n,
      tax: 3277n,
    });
  });
});

describe('China: (CT + VAT) / (1 - CT) x 70 %', () => {
  const order = { underScheme: true };
  const withConsumption = (consumptionPercent: string): Law => ({
    ...CHINA.law,
    bands: CHINA.law.bands.map((band) =>
      band.tax.kind === 'composite' ? { ...band, tax: { ...band.tax, consumptionPercent } } : band,
    ),
  });
  it('Cai Guan Shui [2018] 49: 13 % VAT alone gives 9.1 %; 1,000.00 bears 91.00', () => {
    expect(due(CHINA.law, [{ value: '1000.00', taxPercent: '13' }], order)).toMatchObject({ duty: 0n, tax: 9100n });
  });
  it('Cai Guan Shui [2018] 49: 15 % consumption tax gives 0.28 / 0.85 x 70 % = 23.06 %; 1,000.00 bears 230.59', () => {
    expect(due(withConsumption('15'), [{ value: '1000.00', taxPercent: '13' }], order)).toMatchObject({ tax: 23059n });
  });
  it('Cai Guan Shui [2018] 49: wine at 10 % gives 0.23 / 0.90 x 70 % = 17.89 %; 1,000.00 bears 178.89', () => {
    expect(due(withConsumption('10'), [{ value: '1000.00', taxPercent: '13' }], order)).toMatchObject({ tax: 17889n });
  });
  it('Cai Guan Shui [2018] 49: food at 9 % VAT gives 6.3 %; 500.00 bears 31.50', () => {
    expect(due(CHINA.law, [{ value: '500.00', taxPercent: '9' }], order)).toMatchObject({ tax: 3150n });
  });
  it('Cai Guan Shui [2018] 49: above 5,000.00 the general rules apply', () => {
    expect(due(CHINA.law, [{ value: '5000.01', rate: '10%', taxPercent: '13' }], order)).toMatchObject({
      band: 'standard',
      duty: 50000n,
      tax: 71500n,
    });
  });
  const mail: Law = {
    ...CHINA.law,
    waived: { of: 'all', amount: { amount: '50', currency: 'CNY' }, isInclusive: true, citation: 'GACC 2010 No 43' },
    bands: [
      {
        key: 'mail',
        when: {},
        closedTo: [],
        dutyClosedTo: [],
        duty: { kind: 'rate', rate: '20%', deduct: null },
        tax: { kind: 'none' },
        citation: 'GACC 2010 No 43',
      },
    ],
  };
  it('GACC notice 43 of 2010: mail tax of 50.00 is waived, 20 % of 250.00', () => {
    expect(due(mail, [{ value: '250.00' }])).toMatchObject({ duty: 0n });
  });
  it('GACC notice 43 of 2010: nothing is waived while the duty of another item is open', () => {
    const byTariff = mail.bands.map((band) => ({ ...band, duty: { kind: 'tariff' } as const }));
    const items = [
      { value: '250.00', rate: '20%' },
      { value: '30.00', rate: null },
    ];
    expect(worked({ ...mail, bands: byTariff }, items)).toMatchObject({ dutyMinor: 5000n });
  });
  it('GACC notice 43 of 2010: mail tax of 50.20 is due in full, 20 % of 251.00', () => {
    expect(due(mail, [{ value: '251.00' }])).toMatchObject({ duty: 5020n });
  });
});

describe('Canada: three limits', () => {
  const ca = (value: string, from: string) => due(CANADA.law, [{ value, rate: '18%', taxPercent: '5' }], { from });
  it('Courier Imports Remission Order s. 3: 20.00 from China bears nothing', () => {
    expect(ca('20.00', 'CN')).toEqual({ band: 'no_duty_no_tax_20', duty: 0n, tax: 0n });
  });
  it('Courier Imports Remission Order s. 3: 20.01 from China bears 18 % = 3.60 and 5 % of 23.61 = 1.18', () => {
    expect(ca('20.01', 'CN')).toEqual({ band: 'standard', duty: 360n, tax: 118n });
  });
  it('CUSMA Art. 7.8(1)(f): 40.00 from the United States bears nothing', () => {
    expect(ca('40.00', 'US')).toEqual({ band: 'no_duty_no_tax_40', duty: 0n, tax: 0n });
  });
  it('CUSMA Art. 7.8(1)(f): 100.00 from Mexico bears tax of 5.00 and no duty', () => {
    expect(ca('100.00', 'MX')).toEqual({ band: 'no_duty_150', duty: 0n, tax: 500n });
  });
  it('CUSMA Art. 7.8(1)(f): 150.00 from the United States bears tax of 7.50 and no duty', () => {
    expect(ca('150.00', 'US')).toEqual({ band: 'no_duty_150', duty: 0n, tax: 750n });
  });
  it('CUSMA Art. 7.8(1)(f): 150.01 from the United States bears 18 % = 27.00 and 5 % of 177.01 = 8.85', () => {
    expect(ca('150.01', 'US')).toEqual({ band: 'standard', duty: 2700n, tax: 885n });
  });
  it('tariff item 9816.00.00: a gift of 60.00 bears nothing', () => {
    expect(due(CANADA.law, [{ value: '60.00' }], { type: 'gift' })).toEqual({ band: 'gift', duty: 0n, tax: 0n });
  });
});

describe('United States, Mexico', () => {
  it('E.O. 14324: 10.00 bears duty since 29 August 2025, 16.5 % = 1.65', () => {
    expect(due(US.law, [{ value: '10.00', rate: '16.5%' }])).toEqual({ band: 'standard', duty: 165n, tax: 0n });
  });
  it('19 U.S.C. 1401a: freight is no part of the transaction value, 16.5 % of 100 = 16.50', () => {
    expect(due(US.law, [{ value: '100.00', rate: '16.5%' }], { freight: '30.00' })).toMatchObject({ duty: 1650n });
  });
  it('19 CFR 10.152: a gift of 100.00 bears nothing', () => {
    expect(due(US.law, [{ value: '100.00' }], { type: 'gift' })).toMatchObject({ band: 'gift', duty: 0n });
  });
  it('E.O. 14324 s. 3(b): mail under the specific method bears 80.00 an item, two items 160.00', () => {
    const mail: Law = {
      ...US.law,
      bands: [
        {
          key: 'mail',
          when: {},
          closedTo: [],
          dutyClosedTo: [],
          duty: { kind: 'flat_per_item', flat: { amount: '80', currency: 'USD' } },
          tax: { kind: 'none' },
          citation: 'E.O. 14324',
        },
      ],
    };
    expect(due(mail, [{ value: '12.00' }, { value: '30.00' }])).toMatchObject({ duty: 16000n });
  });
  it('Reglas Generales de Comercio Exterior 3.7.35: one rate of 33.5 %; 40.00 USD bears 13.40', () => {
    const mexico: Law = {
      ...US.law,
      bands: [
        {
          key: 'courier',
          when: {},
          closedTo: [],
          dutyClosedTo: [],
          duty: { kind: 'rate', rate: '33.5%', deduct: null },
          tax: { kind: 'none' },
          citation: 'RGCE 3.7.35',
        },
      ],
    };
    expect(due(mexico, [{ value: '40.00' }])).toMatchObject({ duty: 1340n });
  });
});

describe('Australia, Japan, Korea', () => {
  it('GST Act 1999 s. 84-79: 1,000.00 bears nothing at the border, the vendor charged the tax', () => {
    expect(due(AUSTRALIA.law, [{ value: '1000.00' }])).toEqual({ band: 'low_value', duty: 0n, tax: 0n });
  });
  it('GST Act 1999 s. 13-20: 2,000 with freight of 200; duty 5 % = 100.00, GST 10 % of 2,300 = 230.00', () => {
    expect(due(AUSTRALIA.law, [{ value: '2000.00', rate: '5%', taxPercent: '10' }], { freight: '200.00' })).toEqual({
      band: 'standard',
      duty: 10000n,
      tax: 23000n,
    });
  });
  it('Customs Tariff Act Art. 14(xviii): 10,000 yen bears nothing', () => {
    expect(due(JAPAN.law, [{ value: '10000' }])).toEqual({ band: 'low_value', duty: 0n, tax: 0n });
  });
  it('General Rules for National Taxes Art. 118, 119: 25,900 yen counts as 25,000; 10.9 % = 2,725, down to 2,700; tax 10 % of 28,000 = 2,800', () => {
    expect(due(JAPAN.law, [{ value: '25900', rate: '10.9%', taxPercent: '10' }])).toEqual({
      band: 'standard',
      duty: 2700n,
      tax: 2800n,
    });
  });
  it('Customs Tariff Act Art. 14(xviii): shoes (64) of 9,000 yen have no relief; 30 % = 2,700; tax 10 % of 11,000 = 1,100', () => {
    const shoes = [{ value: '9000', code: '640399', rate: '30%', taxPercent: '10' }];
    expect(due(JAPAN.law, shoes)).toMatchObject({ duty: 2700n, tax: 1100n });
  });
  const won = { rates: { USD: '0.000725' } };
  it('Customs Act Art. 94(iv): 150 dollars from China bear nothing', () => {
    expect(due(KOREA.law, [{ value: '150.00', currency: 'USD' }], won)).toMatchObject({
      band: 'list_clearance',
      tax: 0n,
    });
  });
  it('KORUS Art. 7.7(g): 200 dollars from the United States bear nothing', () => {
    const sent = { ...won, from: 'US' };
    expect(due(KOREA.law, [{ value: '199.99', currency: 'USD' }], sent)).toMatchObject({ band: 'list_clearance_us' });
  });
  it('Treasury Funds Management Act Art. 47: 300,055 won; 8 % = 24,004.4, down to 24,000; tax 10 % of 324,055 down to 32,400', () => {
    expect(due(KOREA.law, [{ value: '300055', rate: '8%', taxPercent: '10' }], won)).toEqual({
      band: 'standard',
      duty: 24000n,
      tax: 32400n,
    });
  });
});
