import { describe, expect, it } from 'vitest';
import { due, worked } from '@/tests/support/charged-goods';
import { EU_BEFORE, EU_FLAT } from './examples/eu';
import { SWITZERLAND, UK } from './examples/europe';

type Rest = Parameters<typeof due> extends [unknown, ...infer R] ? R : never;
const relief = (...rest: Rest) => due(EU_BEFORE.law, ...rest);
const flat = (...rest: Rest) => due(EU_FLAT.law, ...rest);
const uk = (...rest: Rest) => due(UK.law, ...rest);
const ch = (...rest: Rest) => due(SWITZERLAND.law, ...rest);

describe('European Union until 30 June 2026', () => {
  it('Reg. 1186/2009 Art. 23: 150.00 is within the relief; VAT 21 % of 150.00 = 31.50', () => {
    expect(relief([{ value: '150.00' }])).toEqual({ band: 'low_value', duty: 0n, tax: 3150n });
  });
  it('Reg. 1186/2009 Art. 23: 150.01 is not; duty 12 % = 18.00, VAT 21 % of 168.01 = 35.28', () => {
    expect(relief([{ value: '150.01' }])).toEqual({ band: 'standard', duty: 1800n, tax: 3528n });
  });
  it('Del. Reg. 2015/2446 Art. 1(48): freight is no part of the intrinsic value; 145 + 20 freight stays in the relief', () => {
    expect(relief([{ value: '145.00' }], { freight: '20.00' })).toEqual({ band: 'low_value', duty: 0n, tax: 3465n });
  });
  it('Reg. 952/2013 Art. 71(1)(e): freight is in the customs value; 12 % of 200 + 20 = 26.40, VAT 21 % of 246.40 = 51.74', () => {
    expect(relief([{ value: '200.00' }], { freight: '20.00' })).toEqual({ band: 'standard', duty: 2640n, tax: 5174n });
  });
  it('Dir. 2017/2455: VAT from the first cent since 1 July 2021; 21 % of 10.00 = 2.10', () => {
    expect(relief([{ value: '10.00' }])).toEqual({ band: 'low_value', duty: 0n, tax: 210n });
  });
  it('Dir. 2006/112 Art. 143(1)(ca): under IOSS no VAT at the border up to 150', () => {
    expect(relief([{ value: '150.00' }], { underScheme: true })).toEqual({ band: 'vendor_scheme', duty: 0n, tax: 0n });
  });
  it('Dir. 2006/112 Art. 143(1)(ca): IOSS does not reach 150.01', () => {
    expect(relief([{ value: '150.01' }], { underScheme: true })).toEqual({ band: 'standard', duty: 1800n, tax: 3528n });
  });
  it('Reg. 1186/2009 Art. 25 and Dir. 2006/79: a gift of 45.00 bears nothing', () => {
    expect(relief([{ value: '45.00' }], { type: 'gift' })).toEqual({ band: 'gift', duty: 0n, tax: 0n });
  });
  it('Dir. 2006/79: a gift of 45.01 bears VAT on all of it, 9.45', () => {
    expect(relief([{ value: '45.01' }], { type: 'gift' })).toEqual({ band: 'low_value', duty: 0n, tax: 945n });
  });
  it('Reg. 1186/2009 Art. 24: perfume (3303) has no relief; 6 % of 50 = 3.00, VAT 21 % of 53 = 11.13', () => {
    expect(relief([{ value: '50.00', code: '330300', rate: '6%' }])).toMatchObject({ duty: 300n, tax: 1113n });
  });
  it('Reg. 1186/2009 Art. 104: documents bear nothing', () => {
    expect(relief([{ value: '20.00', code: null }], { type: 'documents' })).toMatchObject({ duty: 0n, tax: 0n });
  });
  it('Reg. 952/2013 Art. 203, Del. Reg. 2015/2446 Art. 158: returned goods of 400 are open until their proof was seen', () => {
    expect(relief([{ value: '400.00' }], { type: 'returned_goods' })).toEqual(['duty no_proof', 'vat no_proof']);
    const { lines } = worked(EU_BEFORE.law, [{ value: '400.00' }], { type: 'returned_goods' });
    expect(lines[0]?.working.values.proof).toContain('export declaration');
  });
  it('Reg. 952/2013 Art. 203: returned goods whose proof an officer saw bear nothing, VAT neither', () => {
    const seen = { amountMinor: 0n, ground: 'MRN 24NL01 seen' };
    expect(relief([{ value: '400.00' }], { type: 'returned_goods', stated: seen })).toEqual({
      ...{ band: 'returned_goods', duty: 0n, tax: 0n },
    });
  });
  it('Reg. 952/2013 Art. 203: without proof they bear what other goods bear; 48.00 stated, VAT 21 % of 448 = 94.08', () => {
    const denied = { amountMinor: 4800n, ground: '12 % of 400.00' };
    expect(relief([{ value: '400.00' }], { type: 'returned_goods', stated: denied })).toMatchObject({
      ...{ duty: 4800n, tax: 9408n },
    });
  });
  it('Reg. 952/2013 Art. 53: 100.00 USD at 1.1721 = 85.32 EUR; VAT 21 % = 17.92', () => {
    expect(relief([{ value: '100.00', currency: 'USD' }], { rates: { USD: '1.1721' } })).toMatchObject({ tax: 1792n });
  });
});

describe('European Union from 1 July 2026: 3 euro for each tariff subheading', () => {
  it('Reg. 2026/382: five T-shirts are one subheading, duty 3.00; VAT 21 % of 53 = 11.13', () => {
    expect(flat([{ value: '50.00' }])).toEqual({ band: 'low_value', duty: 300n, tax: 1113n });
  });
  it('Reg. 2026/382: a T-shirt and a watch are two subheadings, duty 6.00; VAT 21 % of 46 = 9.66', () => {
    const goods = [{ value: '20.00' }, { value: '20.00', code: '910211' }];
    expect(flat(goods)).toEqual({ band: 'low_value', duty: 600n, tax: 966n });
  });
  it('Reg. 2026/382: two lines of one subheading bear 3.00 together', () => {
    expect(flat([{ value: '10.00' }, { value: '20.00' }])).toMatchObject({ duty: 300n, tax: 693n });
  });
  it('Reg. 2026/382: codes that differ after six digits are one subheading in the low-value declaration', () => {
    const goods = [
      { value: '10.00', code: '6109100010' },
      { value: '10.00', code: '6109100090' },
    ];
    expect(flat(goods)).toMatchObject({ duty: 300n });
  });
  it('Reg. 2026/382: under IOSS the duty of 3.00 is due and VAT is not', () => {
    expect(flat([{ value: '50.00' }], { underScheme: true })).toEqual({ band: 'vendor_scheme', duty: 300n, tax: 0n });
  });
  it('Reg. 2026/382: 150.00 is flat, 3.00; VAT 21 % of 153.00 = 32.13', () => {
    expect(flat([{ value: '150.00' }])).toEqual({ band: 'low_value', duty: 300n, tax: 3213n });
  });
  it('Reg. 2026/382: 150.01 goes by the tariff, 18.00', () => {
    expect(flat([{ value: '150.01' }])).toMatchObject({ band: 'standard', duty: 1800n });
  });
  it('Reg. 1186/2009 Art. 25: a gift of 45.00 bears no flat duty', () => {
    expect(flat([{ value: '45.00' }], { type: 'gift' })).toEqual({ band: 'gift', duty: 0n, tax: 0n });
  });
  it('Reg. 1186/2009 Art. 24: in one parcel a T-shirt is flat, 3.00, and perfume goes by its tariff, 6 % of 50 = 3.00', () => {
    const goods = [{ value: '20.00' }, { value: '50.00', code: '330300', rate: '6%' }];
    expect(flat(goods)).toMatchObject({ duty: 600n, tax: 1596n });
  });
});

describe('United Kingdom', () => {
  it('GOV.UK, 135 pounds: 135.00 bears no duty and its VAT is charged at the sale', () => {
    expect(uk([{ value: '135.00', taxPercent: '20' }])).toEqual({ band: 'low_value', duty: 0n, tax: 0n });
  });
  it('GOV.UK, 135 pounds: 135.01 bears 12 % = 16.20 and VAT 20 % of 151.21 = 30.24', () => {
    expect(uk([{ value: '135.01', taxPercent: '20' }])).toEqual({ band: 'standard', duty: 1620n, tax: 3024n });
  });
  it('GOV.UK, intrinsic value: 130 with freight of 20 stays within 135', () => {
    expect(uk([{ value: '130.00', taxPercent: '20' }], { freight: '20.00' })).toMatchObject({ band: 'low_value' });
  });
  it('GOV.UK, gifts: 39.00 bears nothing', () => {
    expect(uk([{ value: '39.00' }], { type: 'gift' })).toEqual({ band: 'gift', duty: 0n, tax: 0n });
  });
  it('GOV.UK, gifts: 40.00 bears import VAT of 8.00 and no duty', () => {
    expect(uk([{ value: '40.00', taxPercent: '20' }], { type: 'gift' })).toEqual({
      band: 'gift_low_value',
      duty: 0n,
      tax: 800n,
    });
  });
  it('GOV.UK, excise goods are outside the relief: wine of 50 with duty nil bears VAT of 10.00', () => {
    expect(uk([{ value: '50.00', code: '220421', rate: 'Free', taxPercent: '20' }])).toMatchObject({ tax: 1000n });
  });
});

describe('Switzerland: five francs', () => {
  it('SR 641.204 Art. 1: 8.1 % of 61.00 = 4.94, 4.95 to five centimes, is not collected', () => {
    expect(ch([{ value: '61.00', rate: 'Free', taxPercent: '8.1' }])).toMatchObject({ duty: 0n, tax: 0n });
  });
  it('SR 641.204 Art. 1: 8.1 % of 62.00 = 5.022, 5.00 to five centimes, is not above five francs', () => {
    expect(ch([{ value: '62.00', rate: 'Free', taxPercent: '8.1' }])).toMatchObject({ tax: 0n });
  });
  it('SR 641.204 Art. 1: 8.1 % of 65.00 = 5.265, 5.25 to five centimes, is collected', () => {
    expect(ch([{ value: '65.00', rate: 'Free', taxPercent: '8.1' }])).toMatchObject({ tax: 525n });
  });
  it('SR 641.204 Art. 1: at 2.6 % books of 190.00 come to 4.94 and are not collected', () => {
    expect(ch([{ value: '190.00', rate: 'Free', taxPercent: '2.6' }])).toMatchObject({ tax: 0n });
  });
  it('SR 641.204 Art. 1: at 2.6 % books of 200.00 come to 5.20 and are collected', () => {
    expect(ch([{ value: '200.00', rate: 'Free', taxPercent: '2.6' }])).toMatchObject({ tax: 520n });
  });
  it('MWSTG Art. 54: freight is in the base; 8.1 % of 60 + 10 = 5.67, 5.65 to five centimes', () => {
    expect(ch([{ value: '60.00', rate: 'Free', taxPercent: '8.1' }], { freight: '10.00' })).toMatchObject({
      tax: 565n,
    });
  });
  it('MWSTG Art. 20a: what a platform sold bears no import tax', () => {
    expect(ch([{ value: '300.00', rate: 'Free' }], { underScheme: true })).toMatchObject({ band: 'platform', tax: 0n });
  });
  it('SR 631.01 Art. 16: a gift of 100.00 bears nothing', () => {
    expect(ch([{ value: '100.00' }], { type: 'gift' })).toEqual({ band: 'gift', duty: 0n, tax: 0n });
  });
});
