import { describe, expect, it } from 'vitest';
import { wilson } from './wilson';

describe('the Wilson interval', () => {
  it('of 5 hits in 50 is 4.3 % to 21.4 %', () => {
    expect(wilson(5, 50)?.low).toBeCloseTo(0.0435, 4);
    expect(wilson(5, 50)?.high).toBeCloseTo(0.2136, 4);
  });
  it('of no hit in 10 still reaches 27.8 %, and stays within 0 and 1', () => {
    expect(wilson(0, 10)).toMatchObject({ low: 0 });
    expect(wilson(0, 10)?.high).toBeCloseTo(0.2775, 4);
    expect(wilson(10, 10)?.high).toBeCloseTo(1, 12);
  });
  it('of an empty sample does not exist', () => {
    expect(wilson(0, 0)).toBeNull();
  });
});
