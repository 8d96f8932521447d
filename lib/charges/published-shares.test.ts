import { describe, expect, it } from 'vitest';
import { due } from '@/tests/support/charged-goods';
import { EU_BEFORE, EU_FLAT } from './examples/eu';
import { UK } from './examples/europe';

const T_SHIRT = { code: '610910', rate: '12%' } as const;
const WATCH = { code: '910211', rate: 'Free' } as const;

describe('what is shared out among the goods of a consignment', () => {
  it('Reg. 952/2013 Art. 71(1)(e), Reg. 2015/2447 Art. 138: freight of 20 over 100 at 12 % and 300 free is 5 and 15; 12 % of 105 = 12.60', () => {
    const goods = [
      { ...T_SHIRT, value: '100.00' },
      { ...WATCH, value: '300.00' },
    ];
    // VAT 21 % of 117.60 and of 315.00.
    expect(due(EU_BEFORE.law, goods, { freight: '20.00' })).toEqual({
      band: 'standard',
      duty: 1260n,
      tax: 2470n + 6615n,
    });
  });
  it('Reg. 2015/2447 Art. 138: freight of 10 over three of 100 is 3.34 and twice 3.33; 12 % of each is 12.40, together 37.20', () => {
    const goods = ['1', '2', '3'].map(() => ({ ...T_SHIRT, value: '100.00' }));
    expect(due(EU_BEFORE.law, goods, { freight: '10.00' })).toEqual({ band: 'standard', duty: 3720n, tax: 7291n });
  });
  it('WTO Valuation Agreement Art. 8(4): what cannot be shared evenly is lost nowhere; freight of 0.01 over two of 200 adds one cent', () => {
    const goods = ['1', '2'].map(() => ({ ...WATCH, value: '200.00' }));
    // VAT 21 % of 200.01 is 42.0021 and of 200.00 is 42.00.
    expect(due(EU_BEFORE.law, goods, { freight: '0.01' })).toEqual({ band: 'standard', duty: 0n, tax: 8400n });
  });
});

describe('the import one-stop shop of the European Union', () => {
  it('Dir. 2006/112 Art. 143(1)(ca), Reg. 2026/382: two subheadings under IOSS bear 6.00 and no VAT at the border', () => {
    const goods = [
      { ...T_SHIRT, value: '20.00' },
      { ...WATCH, value: '30.00' },
    ];
    expect(due(EU_FLAT.law, goods, { underScheme: true })).toEqual({ band: 'vendor_scheme', duty: 600n, tax: 0n });
  });
  it('Dir. 2006/112 Art. 369l: freight is no part of the value of 150; 145 with freight of 20 stays under IOSS', () => {
    const goods = [{ ...T_SHIRT, value: '145.00' }];
    expect(due(EU_BEFORE.law, goods, { freight: '20.00', underScheme: true })).toEqual({
      ...{ band: 'vendor_scheme', duty: 0n, tax: 0n },
    });
  });
  it('Dir. 2006/112 Art. 369l: IOSS is not for goods of 150.01 in two lines, which go by the tariff and are taxed', () => {
    const goods = [
      { ...T_SHIRT, value: '100.00' },
      { ...T_SHIRT, value: '50.01' },
    ];
    // 12 % of 100.00 and of 50.01; VAT 21 % of 112.00 and of 56.01.
    expect(due(EU_BEFORE.law, goods, { underScheme: true })).toEqual({
      band: 'standard',
      duty: 1800n,
      tax: 2352n + 1176n,
    });
  });
});

describe('the 135 pounds of the United Kingdom', () => {
  const uk = { ...T_SHIRT, taxPercent: '20' };
  it('GOV.UK, intrinsic value: the limit is of the consignment; 100 and 36 bear 12 % = 16.32 and VAT 20 % of 152.32 = 30.46', () => {
    const goods = [
      { ...uk, value: '100.00' },
      { ...uk, value: '36.00' },
    ];
    expect(due(UK.law, goods)).toMatchObject({ duty: 1632n, tax: 3046n });
  });
  it('GOV.UK, 135 pounds: 160.00 EUR at 1.18 are 135.59 and above it; 12 % = 16.27, VAT 20 % of 151.86 = 30.37', () => {
    const goods = [{ ...uk, value: '160.00', currency: 'EUR' }];
    expect(due(UK.law, goods, { rates: { EUR: '1.18' } })).toMatchObject({ duty: 1627n, tax: 3037n });
  });
  it('GOV.UK, 135 pounds: 159.00 EUR at 1.18 are 134.75; no duty, and VAT is charged at the sale', () => {
    const goods = [{ ...uk, value: '159.00', currency: 'EUR' }];
    expect(due(UK.law, goods, { rates: { EUR: '1.18' } })).toMatchObject({ duty: 0n, tax: 0n });
  });
});
