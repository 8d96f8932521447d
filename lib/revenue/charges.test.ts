import { describe, expect, it } from 'vitest';
import type { ConsignmentRecord } from '@/lib/consignment/record';
import { expectSameCost } from '@/tests/support/asked-costs';
import { anItem, aRecord, FLAT_DAY, policyOn, RELIEF_DAY } from '@/tests/support/records';
import { chargesOf } from './charges';

/** The calculator of the public comes to the same wherever it can be asked. */
function totals(record: ConsignmentRecord, day: string) {
  expectSameCost(record, policyOn(day));
  const { intrinsicValueMinor, customsValueMinor, dutyMinor, vatMinor, lines } = chargesOf(record, policyOn(day));
  return {
    intrinsic: intrinsicValueMinor,
    customs: customsValueMinor,
    duty: dutyMinor,
    vat: vatMinor,
    workings: lines.map((line) => line.working.code),
  };
}

const TRANSPORT = { transportCost: '8.00', transportCurrency: 'EUR' } as const;
const SCHEME = { schemeId: 'IM5281234567' } as const;
const gift = (value: string) => aRecord({ transactionType: 'gift', items: [anItem({ value })] });
const sale = (value: string, changes: Partial<ConsignmentRecord> = {}) =>
  aRecord({ ...changes, items: [anItem({ value })] });

describe('goods bound for a country outside the customs territory', () => {
  const to = (country: string) => sale('200.00', { ...TRANSPORT, recipient: { ...aRecord().recipient, country } });

  it('200.00 EUR to Switzerland: nothing is imported, so no duty and no VAT, and a line says why', () => {
    expect(totals(to('CH'), FLAT_DAY)).toMatchObject({ duty: 0n, vat: 0n, workings: ['outside_territory'] });
    expect(chargesOf(to('CH'), policyOn(FLAT_DAY)).lines[0]?.working.values).toMatchObject({ country: 'CH' });
  });
  it('200.00 EUR to the Netherlands are charged as import', () => {
    expect(totals(to('NL'), FLAT_DAY).vat).toBeGreaterThan(0n);
  });
});

describe('duty and VAT up to 30 June 2026', () => {
  it('12.00 EUR: no duty up to 150; VAT 21 % of 12.00 = 2.52', () => {
    expect(totals(sale('12.00'), RELIEF_DAY)).toEqual({
      intrinsic: 1200n,
      customs: 1200n,
      duty: 0n,
      vat: 252n,
      workings: ['duty_relief', 'vat'],
    });
  });

  it('150.00 EUR exactly, transport 8.00: the limit tests the goods alone; VAT 21 % of 158.00 = 33.18', () => {
    expect(totals(sale('150.00', TRANSPORT), RELIEF_DAY)).toMatchObject({ customs: 15800n, duty: 0n, vat: 3318n });
  });

  it('150.01 EUR, transport 8.00: duty 12 % of 158.01 = 18.96; VAT 21 % of 176.97 = 37.16', () => {
    expect(totals(sale('150.01', TRANSPORT), RELIEF_DAY)).toMatchObject({ duty: 1896n, vat: 3716n });
  });

  it('perfume of 40.00 EUR has no part in the relief: duty 0 % of 40.00 = 0; VAT 21 % = 8.40', () => {
    const record = aRecord({ items: [anItem({ commodityCode: '330300', value: '40.00' })] });
    expect(totals(record, RELIEF_DAY)).toMatchObject({ duty: 0n, vat: 840n, workings: ['duty_excluded', 'vat'] });
  });

  it('cigarettes of 20.00 EUR under a scheme number: duty 39 % = 7.80; VAT 21 % of 27.80 = 5.84, not left to the vendor', () => {
    const record = aRecord({ ...SCHEME, items: [anItem({ commodityCode: '240220', value: '20.00' })] });
    expect(totals(record, RELIEF_DAY)).toMatchObject({ duty: 780n, vat: 584n });
  });

  it('a book of 20.00 EUR bears the reduced rate: 9 % of 20.00 = 1.80', () => {
    const record = aRecord({ items: [anItem({ commodityCode: '490199', value: '20.00' })] });
    expect(totals(record, RELIEF_DAY)).toMatchObject({ vat: 180n });
  });

  it('99.99 USD at 1.1721 = 85.31 EUR; VAT 21 % of 85.31 = 17.92', () => {
    const record = aRecord({ items: [anItem({ value: '99.99', currency: 'USD' })] });
    expect(totals(record, RELIEF_DAY)).toMatchObject({ intrinsic: 8531n, vat: 1792n });
  });

  it('3000 JPY at 183.94 = 16.31 EUR', () => {
    const record = aRecord({ items: [anItem({ value: '3000', currency: 'JPY' })] });
    expect(totals(record, RELIEF_DAY)).toMatchObject({ intrinsic: 1631n });
  });
});

describe('duty and VAT from 1 July 2026', () => {
  it('the last day of relief is 30 June, the first of the flat duty 1 July', () => {
    expect(totals(sale('12.00'), '2026-06-30').duty).toBe(0n);
    expect(totals(sale('12.00'), '2026-07-01').duty).toBe(300n);
  });

  it('five T-shirts on one line: 3.00; VAT 21 % of 63.00 = 13.23', () => {
    const record = aRecord({ items: [anItem({ quantity: '5', value: '60.00' })] });
    expect(totals(record, FLAT_DAY)).toMatchObject({ duty: 300n, vat: 1323n, workings: ['duty_flat', 'vat'] });
  });

  it('T-shirt and watch: 2 x 3.00 = 6.00', () => {
    const watch = anItem({ itemNumber: 2, commodityCode: '910211', value: '30.00' });
    expect(totals(aRecord({ items: [anItem(), watch] }), FLAT_DAY)).toMatchObject({ duty: 600n });
  });

  it('two lines of one subheading, 10.00 and 20.00: 3.00 together, shared 1.00 and 2.00', () => {
    const items = [anItem({ value: '10.00' }), anItem({ itemNumber: 2, commodityCode: '6109100010', value: '20.00' })];
    const charges = chargesOf(aRecord({ items }), policyOn(FLAT_DAY));
    expect(charges.dutyMinor).toBe(300n);
    expect(charges.items.map((item) => item.dutyMinor)).toEqual([100n, 200n]);
  });

  it('150.01 EUR is above the limit: duty 12 % = 18.00; VAT 21 % of 168.01 = 35.28', () => {
    expect(totals(sale('150.01'), FLAT_DAY)).toMatchObject({ duty: 1800n, vat: 3528n });
  });

  it('a sale of 12.00 EUR under a valid scheme number: duty 3.00 is due, VAT 0 at the border', () => {
    expect(totals(sale('12.00', SCHEME), FLAT_DAY)).toMatchObject({
      duty: 300n,
      vat: 0n,
      workings: ['duty_flat', 'vat_vendor'],
    });
  });

  it.each([
    ['above its limit', '150.01', 'IM5281234567'],
    ['with the prefix of an intermediary', '12.00', 'IN5281234567'],
    ['of no member state', '12.00', 'IM8401234567'],
    ['one figure short', '12.00', 'IM528123456'],
  ])('a scheme number %s frees nothing from VAT', (_, value, schemeId) => {
    expect(totals(sale(value, { schemeId }), FLAT_DAY).vat).toBeGreaterThan(0n);
  });
});

describe('gifts and documents', () => {
  it('a gift of 45.00 EUR is free of both; one of 45.01 EUR is not', () => {
    expect(totals(gift('45.00'), FLAT_DAY)).toMatchObject({ duty: 0n, vat: 0n, workings: ['duty_gift', 'vat_gift'] });
    expect(totals(gift('45.01'), FLAT_DAY)).toMatchObject({ duty: 300n, vat: 1008n });
  });

  it('a gift sold through a platform is charged as a sale', () => {
    const record = aRecord({ transactionType: 'gift', marketplace: 'Mosaic Bazaar' });
    expect(totals(record, FLAT_DAY).duty).toBe(300n);
  });

  it('documents of 5.00 EUR are free of both', () => {
    const record = aRecord({ transactionType: 'documents', items: [anItem({ commodityCode: null, value: '5.00' })] });
    expect(totals(record, FLAT_DAY)).toMatchObject({ duty: 0n, vat: 0n });
  });
});

describe('what cannot be charged is said, not guessed', () => {
  it('no exchange rate: value, duty and VAT stay open', () => {
    const record = aRecord({ items: [anItem({ value: '5000', currency: 'KHR' })] });
    expect(totals(record, FLAT_DAY)).toMatchObject({
      intrinsic: 0n,
      duty: 0n,
      vat: 0n,
      workings: ['without_exchange_rate'],
    });
  });

  it('200.00 EUR without commodity code: no duty rate, VAT 21 % = 42.00', () => {
    const record = aRecord({ items: [anItem({ commodityCode: null, value: '200.00' })] });
    expect(totals(record, FLAT_DAY)).toMatchObject({ duty: 0n, vat: 4200n, workings: ['duty_without_code', 'vat'] });
  });

  it('transport in a currency without rate is named and left out of the customs value', () => {
    const record = aRecord({ transportCost: '9000', transportCurrency: 'KHR' });
    expect(totals(record, FLAT_DAY)).toMatchObject({
      customs: 1200n,
      workings: ['duty_flat', 'vat', 'transport_without_exchange_rate'],
    });
  });
});
