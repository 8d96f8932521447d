import { describe, expect, it } from 'vitest';
import { anItem, aRecord, FLAT_DAY, policyOn } from '@/tests/support/records';
import { chargesOf, recordValuation } from './charges';
import { dutyBasis, type StatedDuty } from './stated-duty';

const POLICY = policyOn(FLAT_DAY);
/** A code of a chapter the tariff has no rate for. */
const goods = (changes = {}) =>
  aRecord({ regime: 'entry', items: [anItem({ value: '400.00', commodityCode: '770100', ...changes })] });
const basis = recordValuation(goods(), POLICY).items.map(dutyBasis).join();
const stated: StatedDuty = { itemNumber: 1, amountMinor: 3_000n, ground: 'Regulation X: 30 EUR a piece', basis };

describe('A stated duty', () => {
  it('stands in the place of an open one, under the provision it names, and VAT stands on it', () => {
    const { dutyMinor, vatMinor, lines } = chargesOf(goods(), POLICY, [{ ...stated, amountMinor: 1n }, stated]);
    expect([dutyMinor, vatMinor]).toEqual([3_000n, 9_030n]);
    expect(lines[0]).toMatchObject({ working: { code: 'duty_stated' }, citation: stated.ground });
  });

  it.each([
    { value: '401.00' },
    { commodityCode: '770200' },
    { commodityCode: null },
    { originCountry: 'IN' },
    { quantity: '2' },
    { netMassKg: '0.300' },
  ])('falls away when the goods it was worked out for change: %o', (changes) => {
    const { dutyMinor, lines } = chargesOf(goods(changes), POLICY, [stated]);
    expect(dutyMinor).toBe(0n);
    expect(lines.map(({ working }) => working.code)).not.toContain('duty_stated');
  });

  it('never takes the place of a duty that is computed, or of another item', () => {
    const known = goods({ commodityCode: '610910' });
    const own = recordValuation(known, POLICY).items.map(dutyBasis).join();
    expect(chargesOf(known, POLICY, [{ ...stated, basis: own }]).dutyMinor).toBe(4_800n);
    expect(chargesOf(goods(), POLICY, [{ ...stated, itemNumber: 2 }]).dutyMinor).toBe(0n);
  });
});
