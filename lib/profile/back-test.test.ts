import { describe, expect, it } from 'vitest';
import { daysOfStep } from './back-test';

describe('the days of a step of a back-test', () => {
  it('are as many as hold some fifty thousand consignments: 5 of 10,000 a day', () => {
    expect(daysOfStep(1, 10_000)).toBe(5);
    expect(daysOfStep(5, 50_000)).toBe(5);
    expect(daysOfStep(5, 100_000)).toBe(2);
  });

  it('grow eightfold at most, to sixty-four, where days are nearly empty', () => {
    expect(daysOfStep(1, 0)).toBe(8);
    expect(daysOfStep(8, 40)).toBe(64);
    expect(daysOfStep(64, 320)).toBe(64);
  });

  it('are never fewer than one', () => {
    expect(daysOfStep(1, 4_000_000)).toBe(1);
  });
});
