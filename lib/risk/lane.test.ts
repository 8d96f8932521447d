import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Indicator } from '@/lib/assessment/types';
import { FLAT_DAY, policyOn } from '@/tests/support/records';
import { assignLane, laneOfScore, mandatoryLane, scoreOf } from './lane';

const policy = policyOn(FLAT_DAY);
const indicator = (points: number, mandatory: Indicator['mandatory'] = false): Indicator => ({
  code: 'routing',
  points,
  values: {},
  pointers: [],
  ...(mandatory ? { mandatory } : {}),
});

describe('lanes', () => {
  it.each([
    [0, 'green'],
    [13, 'green'],
    [14, 'blue'],
    [24, 'blue'],
    [25, 'yellow'],
    [57, 'yellow'],
    [58, 'red'],
    [100, 'red'],
  ] as const)('a score of %i goes %s', (score, lane) => {
    expect(laneOfScore(score, policy.laneFromScore)).toBe(lane);
  });

  it('points add up, 100 at most', () => {
    expect(scoreOf([indicator(42), indicator(26)])).toBe(68);
    expect(scoreOf([indicator(80), indicator(42)])).toBe(100);
    expect(scoreOf([])).toBe(0);
  });

  it('what is mandatory goes to examination under its own name, whatever the score says', () => {
    expect(assignLane([indicator(0, true)], 0, policy)).toEqual({ lane: 'red', selectionReason: 'mandatory' });
  });

  it('papers that are mandatory are checked, and more where the score says so', () => {
    const papers = indicator(0, 'documents');
    expect(assignLane([papers], 0, policy)).toEqual({ lane: 'yellow', selectionReason: 'mandatory' });
    expect(assignLane([papers, indicator(70)], 70, policy)).toEqual({ lane: 'red', selectionReason: 'score' });
    expect(assignLane([papers, indicator(0, true)], 0, policy)).toEqual({ lane: 'red', selectionReason: 'mandatory' });
    expect([mandatoryLane([papers]), mandatoryLane([indicator(90)])]).toEqual(['yellow', null]);
  });

  it('a lane that calls for a control is the work of the score; what is released at once is selected by nothing', () => {
    expect(assignLane([indicator(70)], 70, policy)).toEqual({ lane: 'red', selectionReason: 'score' });
    expect(assignLane([indicator(40)], 40, policy)).toEqual({ lane: 'yellow', selectionReason: 'score' });
    expect(assignLane([indicator(20)], 20, policy)).toEqual({ lane: 'blue', selectionReason: 'none' });
    expect(assignLane([], 0, policy)).toEqual({ lane: 'green', selectionReason: 'none' });
  });

  it('more points never mean a milder lane', () => {
    const order = ['green', 'blue', 'yellow', 'red'];
    const rank = (score: number) => order.indexOf(laneOfScore(score, policy.laneFromScore));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }), (a, b) => {
        expect(rank(Math.max(a, b))).toBeGreaterThanOrEqual(rank(Math.min(a, b)));
      }),
    );
  });
});
