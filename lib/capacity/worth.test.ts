import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scaleOf, type Worth, type WorthBasis, worthOf } from './worth';

const of = (worthBasis: WorthBasis, ...worths: number[]): Worth[] => worths.map((worth) => ({ worth, worthBasis }));
const scaled = (all: readonly Worth[]) => all.map(scaleOf(all));

describe('what consignments compete by', () => {
  it('is the objective of the model in force, and the score where none is', () => {
    expect(worthOf({ model: { objective: 'revenue', worth: 31.5 }, score: 40 })).toEqual({
      worth: 31.5,
      worthBasis: 'revenue',
    });
    expect(worthOf({ model: null, score: 40 })).toEqual({ worth: 0.4, worthBasis: 'score' });
  });

  it('stays as it is where all have one basis', () => {
    expect(scaled(of('chance', 0.2, 0.7))).toEqual([0.2, 0.7]);
  });

  it('holds no score against a chance: each counts by its place among its own', () => {
    // A score of 60 is no more than a chance of 0.2 where 0.2 is as high among the chances as 60 is among the scores.
    const all = [...of('score', 0.3, 0.45, 0.6), ...of('chance', 0.02, 0.05, 0.2)];
    expect(scaled(all)).toEqual([1 / 6, 1 / 2, 5 / 6, 1 / 6, 1 / 2, 5 / 6]);
    expect(scaled([...of('revenue', 900, 10), ...of('score', 0.4)])).toEqual([0.75, 0.25, 0.5]);
  });

  it('never turns the order of two of one basis round', () => {
    const some = fc.array(
      fc.record({
        worth: fc.double({ min: 0, max: 1, noNaN: true }),
        worthBasis: fc.constantFrom<WorthBasis>('score', 'chance', 'balanced'),
      }),
      { minLength: 2, maxLength: 40 },
    );
    fc.assert(
      fc.property(some, (all) => {
        const worths = scaled(all);
        for (const [at, one] of all.entries()) {
          for (const [to, other] of all.entries()) {
            if (one.worthBasis !== other.worthBasis) continue;
            expect(Math.sign((worths[at] ?? 0) - (worths[to] ?? 0))).toBe(Math.sign(one.worth - other.worth));
          }
        }
      }),
    );
  });
});
