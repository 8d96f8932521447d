import { describe, expect, it } from 'vitest';
import { classesOf, colourScaleOf, valueColour } from './colour-classes';

describe('a scale of colours', () => {
  it('has round ends, each about a third of the next, the highest at or below the largest value', () => {
    expect(colourScaleOf([12_345, 7, 0]).ends).toEqual([300, 1_000, 3_000, 10_000]);
    expect(colourScaleOf([0.62, 0.001]).ends).toEqual([0.01, 0.03, 0.1, 0.3]);
  });
  it('has equal round steps where values lie close, as those of days', () => {
    expect(colourScaleOf([23, 95, 230]).ends).toEqual([50, 100, 150, 200]);
    expect(colourScaleOf([1, 2, 4]).ends).toEqual([2, 3, 4]);
    expect(colourScaleOf([0.81, 0.9, 0.99]).ends).toEqual([0.85, 0.9, 0.95]);
  });
  it('has one class where all are alike, and none of nothing', () => {
    expect(classesOf(colourScaleOf([5, 5]))).toBe(1);
    expect(colourScaleOf([]).ends).toEqual([]);
    expect(valueColour(colourScaleOf([0]), 0)).toBeNull();
  });
  it('gives what fell another colour than what rose', () => {
    const scale = colourScaleOf([40, -40]);
    expect(scale.hasFalls).toBe(true);
    expect(valueColour(scale, -40)).not.toBe(valueColour(scale, 40));
  });
});
