import { describe, expect, it } from 'vitest';
import { agreementOf } from './agreement';

const table = (rows: readonly (readonly number[])[]) =>
  rows.flatMap((row, first) => row.map((count, second) => ({ first: `${first}`, second: `${second}`, count })));

describe('Agreement of two who judge apart', () => {
  it('is 0.63 with a kappa of 0.389 and a standard error of 0.060 for two reviewers of 160 films (Agresti 2002, table 10.8)', () => {
    const { of, agreed, kappa } = agreementOf(
      table([
        [24, 8, 13],
        [8, 13, 11],
        [10, 9, 64],
      ]),
    );
    expect(of).toBe(160);
    expect(agreed?.rate).toBeCloseTo(0.631, 3);
    expect(kappa?.value).toBeCloseTo(0.389, 3);
    expect(((kappa?.high ?? 0) - (kappa?.low ?? 0)) / 2 / 1.96).toBeCloseTo(0.06, 3);
  });

  it('is worked out by hand for fifty: 35 of 50 equal, 0.50 by chance, kappa 0.40', () => {
    const { agreed, kappa } = agreementOf(
      table([
        [20, 5],
        [10, 15],
      ]),
    );
    expect(agreed?.rate).toBe(0.7);
    expect(kappa?.value).toBeCloseTo(0.4, 10);
    expect(kappa?.low).toBeLessThan(0.4);
    expect(kappa?.high).toBeGreaterThan(0.4);
  });

  it('has no kappa where everybody chose the same, where there is one, or none', () => {
    expect(agreementOf([{ first: 'release', second: 'release', count: 12 }])).toMatchObject({
      of: 12,
      agreed: { rate: 1 },
      kappa: null,
    });
    expect(agreementOf([{ first: 'release', second: 'examine', count: 1 }]).kappa).toBeNull();
    expect(agreementOf([])).toEqual({ of: 0, agreed: null, kappa: null });
  });

  it('stays between -1 and 1, and is 1 where two who choose differently among themselves always agree', () => {
    expect(
      agreementOf(
        table([
          [10, 0],
          [0, 10],
        ]),
      ).kappa,
    ).toEqual({ value: 1, low: 1, high: 1 });
    const apart = agreementOf(
      table([
        [0, 10],
        [10, 0],
      ]),
    ).kappa;
    expect(apart?.value).toBe(-1);
    expect(apart?.low).toBe(-1);
  });
});
