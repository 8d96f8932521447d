import fc from 'fast-check';
import { expect, it } from 'vitest';
import { roundedToSum } from './rounded';

it('rounded figures sum to the rounded total, and none is off by more than a unit of the last place', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: -500, max: 500, noNaN: true }), { maxLength: 15 }), (values) => {
      const told = roundedToSum(values, 1);
      const total = values.reduce((sum, value) => sum + value, 0);
      expect(told.reduce((sum, value) => sum + value, 0)).toBeCloseTo(Math.round(total * 10) / 10, 6);
      for (const [at, value] of told.entries()) {
        expect(Math.abs(value - (values[at] ?? 0))).toBeLessThanOrEqual(0.1 + 1e-9);
      }
    }),
  );
});
