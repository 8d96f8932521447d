import { expect, it } from 'vitest';
import { anItem, aRecord, FLAT_DAY, policyOn } from '@/tests/support/records';
import { chargeSums } from './charge-sums';
import { chargesOf } from './charges';

it('sums are those of the charges, item by item, and say where something is open', () => {
  // The second is of a chapter the tariff has no rate for.
  const items = ['610910', '770100'].map((commodityCode, index) =>
    anItem({ itemNumber: index + 1, commodityCode, value: '400.00' }),
  );
  const charges = chargesOf(aRecord({ regime: 'entry', items }), policyOn(FLAT_DAY));
  const sums = chargeSums(charges.lines);
  expect(sums.total).toEqual({ minor: charges.dutyMinor + charges.vatMinor, isOpen: true });
  expect([...sums.items]).toEqual([
    [1, { duty: { minor: 4_800n, isOpen: false }, vat: { minor: 9_408n, isOpen: false } }],
    [2, { duty: { minor: 0n, isOpen: true }, vat: { minor: 8_400n, isOpen: true } }],
  ]);
});
