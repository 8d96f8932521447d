import { describe, expect, it } from 'vitest';
import { isSure, liftOf, weightedRate } from './weighted-rate';
import { wilson } from './wilson';

const cases = (many: number, probability: number, isFinding: boolean) =>
  Array.from({ length: many }, () => ({ probability, isFinding }));

describe('the share of a sample drawn with unequal chances', () => {
  it('weighs each case by what it stands for', () => {
    // Ten findings stand for 20, ninety others for 900: 20 of 920, not one in ten.
    const rate = weightedRate([...cases(10, 0.5, true), ...cases(90, 0.1, false)]);
    expect(rate).toMatchObject({ hits: 10, of: 100 });
    expect(rate?.rate).toBeCloseTo(20 / 920, 12);
    expect(rate?.low).toBeLessThan(20 / 920);
    expect(rate?.high).toBeGreaterThan(20 / 920);
  });
  it('is that of the plain sample, but for one degree of freedom, where all chances are small and equal', () => {
    const rate = weightedRate([...cases(20, 1e-9, true), ...cases(80, 1e-9, false)]);
    const plain = wilson((20 * 99) / 100, 99);
    expect(rate?.rate).toBeCloseTo(0.2, 12);
    expect(rate?.low).toBeCloseTo(plain?.low ?? 0, 6);
    expect(rate?.high).toBeCloseTo(plain?.high ?? 0, 6);
  });
  it('is known where all were drawn, and unknown where none was', () => {
    expect(weightedRate([...cases(1, 1, true), ...cases(3, 1, false)])).toMatchObject({
      rate: 0.25,
      low: 0.25,
      high: 0.25,
    });
    expect(weightedRate([])).toBeNull();
  });
});

describe('a lift', () => {
  it('has an interval that holds it, wider than the nearest and narrower than the furthest limits allow', () => {
    const [share, base] = [wilson(80, 100), wilson(5, 100)];
    if (!share || !base) throw new Error('no shares');
    const lift = liftOf(share, base);
    expect(lift?.value).toBeCloseTo(16, 12);
    expect(lift?.low).toBeGreaterThan(share.low / base.high);
    expect(lift?.low).toBeLessThan(share.low / base.rate);
    expect(lift?.high).toBeLessThan(share.high / base.low);
    expect(lift?.high).toBeGreaterThan(share.high / base.rate);
    expect(isSure(lift)).toBe(true);
  });
  it('of two equal shares holds 1 and is left to chance', () => {
    const lift = liftOf(wilson(10, 100), wilson(10, 100));
    expect(lift?.value).toBe(1);
    expect(isSure(lift)).toBe(false);
  });
  it('is bounded from below alone where the share it is held against may be nothing, and none where it is', () => {
    const lift = liftOf(wilson(8, 10), { hits: 1, of: 4, rate: 0.25, low: 0, high: 0.7 });
    expect(lift).toMatchObject({ value: 3.2, high: null });
    expect(lift?.low).toBeGreaterThan(0.8);
    expect(liftOf(wilson(8, 10), wilson(0, 10))).toBeNull();
    expect(liftOf(null, wilson(1, 10))).toBeNull();
    expect(isSure(null)).toBe(false);
  });
  it('grows without a jump where a limit is twice its share', () => {
    const at = (high: number) => liftOf(wilson(50, 100), { hits: 5, of: 50, rate: 0.1, low: 0.05, high })?.low ?? 0;
    expect(at(0.2)).toBeCloseTo(at(0.2 + 1e-9), 5);
  });
});
