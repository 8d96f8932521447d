import { describe, expect, it } from 'vitest';
import { policyAt } from '@/lib/policy/in-force';
import { PARAMETERS } from '@/lib/policy/parameters';
import { anItem, aRecord } from '@/tests/support/records';
import { chargeTwice, type StoredConsignment } from './charge-twice';
import { overlaid } from './overlaid';

const DAY = '2026-11-03';
const AS_IT_WAS = policyAt(PARAMETERS, DAY);
const limit = (key: string, text: string) => {
  const value = PARAMETERS.find((row) => row.kind === 'threshold' && row.key === key)?.value as object;
  return { kind: 'threshold' as const, key, value: { ...value, limit: text } };
};
const under = (...changes: ReturnType<typeof limit>[]) => policyAt(overlaid(PARAMETERS, changes), DAY);

function stored(over: Partial<ReturnType<typeof aRecord>>): StoredConsignment {
  const record = aRecord({ schemeId: null, regime: 'h7', ...over });
  const due = { isPrincipal: true, valueMinor: 0n, dutyMinor: 0n, vatMinor: 0n, feesMinor: 0n };
  return {
    month: '2026-11',
    day: DAY,
    record: { ...record, items: record.items.map((item) => ({ ...item, ...due })) },
  };
}

describe('how a consignment would be treated under other limits', () => {
  it('goods of 100 euro are no longer of low value, nor open to the reduced data set, above limits of 50', () => {
    const goods = stored({ items: [anItem({ value: '100.00', currency: 'EUR' })] });
    const { treatedWas, treatedSimulated } = chargeTwice(
      goods,
      AS_IT_WAS,
      under(limit('low_value', '50'), limit('reduced_dataset', '50')),
    );
    expect(treatedWas).toMatchObject({ isLowValue: true, isReducedOpen: true, needsStandard: false });
    expect(treatedSimulated).toMatchObject({ isLowValue: false, isReducedOpen: false, needsStandard: true });
  });

  it('an entry of 200 euro would be open to the reduced data set up to 250, and needs nothing else', () => {
    const goods = stored({ regime: 'entry', items: [anItem({ value: '200.00', currency: 'EUR' })] });
    const { treatedWas, treatedSimulated } = chargeTwice(goods, AS_IT_WAS, under(limit('reduced_dataset', '250')));
    expect(treatedWas).toMatchObject({ isReducedOpen: false, needsStandard: false });
    expect(treatedSimulated).toMatchObject({ isReducedOpen: true, needsStandard: false });
  });

  it('goods without a rate of exchange are of no known value: neither open to the set nor in need of another declaration', () => {
    const unrated = stored({
      items: [
        anItem({ value: '20.00', currency: 'EUR' }),
        anItem({ itemNumber: 2, value: '9000000.00', currency: 'XTS' }),
      ],
    });
    const { treatedWas, treatedSimulated } = chargeTwice(unrated, AS_IT_WAS, under(limit('reduced_dataset', '10')));
    for (const treated of [treatedWas, treatedSimulated])
      expect(treated).toMatchObject({ isLowValue: false, isReducedOpen: false, needsStandard: false });
  });

  it('goods the set is closed to stay outside it, whatever the limit', () => {
    const wine = stored({ items: [anItem({ value: '20.00', currency: 'EUR', commodityCode: '220421' })] });
    const { treatedSimulated } = chargeTwice(wine, AS_IT_WAS, under(limit('reduced_dataset', '1000')));
    expect(treatedSimulated).toMatchObject({ isReducedOpen: false, needsStandard: true });
  });

  it('a number in the form of the scheme has its tax with the vendor; in another form the border taxes', () => {
    const form = PARAMETERS.find((row) => row.kind === 'threshold' && row.key === 'vendor_scheme')?.value as object;
    const other = { kind: 'threshold' as const, key: 'vendor_scheme', value: { ...form, prefix: 'XX' } };
    const sold = stored({ schemeId: 'IM5280000017', items: [anItem({ value: '20.00', currency: 'EUR' })] });
    const twice = chargeTwice(sold, AS_IT_WAS, policyAt(overlaid(PARAMETERS, [other]), DAY));
    expect(twice.treatedWas.isVendorTaxed).toBe(true);
    expect(twice.treatedSimulated.isVendorTaxed).toBe(false);
    expect(twice.simulated[0]?.vatMinor).toBeGreaterThan(0n);
  });
});
