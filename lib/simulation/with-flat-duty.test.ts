import { describe, expect, it } from 'vitest';
import { EXAMPLE_LAWS } from '@/lib/charges/examples/all';
import { US } from '@/lib/charges/examples/americas';
import { JAPAN } from '@/lib/charges/examples/asia-pacific';
import { EU_BEFORE, EU_FLAT } from '@/lib/charges/examples/eu';
import { lawFaults } from '@/lib/charges/law';
import { withFlatDuty } from './with-flat-duty';

describe('a flat duty on goods of low value', () => {
  it('makes of the law of before July 2026 that of after it, but for what the provisions are called', () => {
    const dutyOf = (law: typeof EU_FLAT.law | null) => law?.bands.map(({ key, duty }) => [key, duty]);
    expect(dutyOf(withFlatDuty(EU_BEFORE.law))).toEqual(dutyOf(EU_FLAT.law));
  });
  it('is in the money of the law, and a law that can be used', () => {
    expect(withFlatDuty(JAPAN.law)?.bands[0]?.duty).toEqual({
      ...{ kind: 'flat_per_subheading', digits: 6, flat: { amount: '500', currency: 'JPY' } },
    });
    for (const { law } of EXAMPLE_LAWS) expect(lawFaults(withFlatDuty(law) ?? law)).toEqual([]);
  });
  it('is none where no goods are free by their value alone', () => {
    expect(withFlatDuty(US.law)).toBeNull();
    expect(withFlatDuty(EU_FLAT.law)).toBeNull();
  });
});
