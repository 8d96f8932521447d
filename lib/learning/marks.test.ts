import { expect, it } from 'vitest';
import { type AnsweredCase, marksOf, secondsBetween } from './marks';

const answer = (result: AnsweredCase['truth']['result'], act: AnsweredCase['act'], seconds = 30): AnsweredCase => ({
  truth: { result },
  act,
  seconds,
});

it('counts 3 of 4 faults found as 75 % with the interval of Wilson, and 1 false alarm among 2 true ones', () => {
  const marks = marksOf([
    answer('undervalued', 'documents'),
    answer('ipr', 'examination'),
    answer('split', 'documents'),
    answer('prohibited', 'release'),
    answer('conform', 'release'),
    answer('conform', 'examination'),
  ]);
  expect(marks.hits).toMatchObject({ hits: 3, of: 4, rate: 0.75 });
  // Wilson 1927 for 3 of 4.
  expect(marks.hits?.low).toBeCloseTo(0.3006, 4);
  expect(marks.hits?.high).toBeCloseTo(0.9544, 4);
  expect(marks.falseAlarms).toMatchObject({ hits: 1, of: 2 });
  expect(marks.counts).toEqual({ hit: 3, wrong_control: 0, missed: 1, passed: 1, false_alarm: 1 });
});

it('counts a control that finds nothing of what is wrong as no hit', () => {
  expect(marksOf([answer('misdescribed', 'documents')])).toMatchObject({
    hits: { hits: 0, of: 1 },
    counts: { wrong_control: 1 },
    falseAlarms: null,
  });
});

it('takes the middle of the times, and none before the first answer', () => {
  expect(marksOf([]).medianSeconds).toBeNull();
  expect(marksOf([10, 20, 3_600].map((s) => answer('conform', 'release', s))).medianSeconds).toBe(20);
  expect(marksOf([10, 21].map((s) => answer('conform', 'release', s))).medianSeconds).toBe(16);
});

it('measures whole seconds, and none where clocks went back', () => {
  const at = new Date('2026-11-02T10:00:00Z');
  expect(secondsBetween(at, new Date('2026-11-02T10:00:41.600Z'))).toBe(42);
  expect(secondsBetween(at, new Date('2026-11-02T09:59:00Z'))).toBe(0);
});
