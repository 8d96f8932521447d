import { describe, expect, it } from 'vitest';
import { addSums, EXPLORED_FIGURES, exploredText, exploredValue, partsOf } from './explored-figures';

const EUROS = { currency: 'EUR', minorDigits: 2 };

describe('the figures of the explorer', () => {
  it('are worked out of exact sums and rounded once, half to even', () => {
    const text = (figure: Parameters<typeof exploredValue>[0], sums: Parameters<typeof exploredValue>[1]) => {
      const value = exploredValue(figure, sums);
      return value === null ? null : exploredText(figure, value, EUROS);
    };
    expect(text('valuePerConsignment', { valueMinor: 1_001n, consignments: 2n })).toBe('5.00');
    expect(text('valuePerConsignment', { valueMinor: 1_003n, consignments: 2n })).toBe('5.02');
    expect(text('valuePerKg', { valueMinor: 1_000n, netMassG: 250n })).toBe('40.00');
    expect(text('massPerConsignment', { netMassG: 1_000n, consignments: 3n })).toBe('0.333');
    expect(text('releaseHours', { releaseSeconds: 5_400n, released: 1n })).toBe('1.50');
    expect(text('quantity', { quantityMilli: 1_500n })).toBe('1.500');
    expect(text('releaseHours', { releaseSeconds: 0n, released: 0n })).toBeNull();
  });
  it('know the measures they need', () => {
    for (const figure of EXPLORED_FIGURES) expect(partsOf(figure).length).toBeGreaterThan(0);
    expect(partsOf('valuePerKg')).toEqual(['valueMinor', 'netMassG']);
  });
  it('add up measure by measure', () => {
    expect(addSums({ items: 2n, valueMinor: 5n }, { items: 1n, dutyMinor: 4n })).toEqual({
      items: 3n,
      valueMinor: 5n,
      dutyMinor: 4n,
    });
  });
});
