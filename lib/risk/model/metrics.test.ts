import { describe, expect, it } from 'vitest';
import { seededRandom } from '@/lib/kernel/prng';
import { wilson } from '@/lib/kernel/wilson';
import { binOf, cutPoints } from './bins';
import { calibrate, calibratedChance, isotonicRegression, plattScaling } from './calibration';
import { codeDrift, driftLevel, numberDrift } from './drift';
import { promotionAdvice, resultsWanting, stageOf } from './ladder';
import { sigmoid } from './log-odds';
import { areaUnderCurve, averagePrecision, calibrationError, macroF1, rankRows, topShare } from './metrics';
import { worthOf } from './objective';
import { selectRows } from './selection';

describe('figures of a ranking', () => {
  const scores = [0.9, 0.8, 0.7, 0.6];
  const labels = [1, 0, 1, 0];
  it('the area is 3 of 4 pairs in order, and one half when all scores are equal', () => {
    expect(areaUnderCurve(scores, labels)).toBe(0.75);
    expect(areaUnderCurve([1, 1, 1, 1], labels)).toBe(0.5);
  });
  it('the average precision is (1/1 + 2/3) / 2', () => {
    expect(averagePrecision(scores, labels)).toBeCloseTo(5 / 6, 12);
  });
  it('half the rows hold 1 finding of 2 inspected, 1 of 2 findings and 30 of 40 at stake', () => {
    const top = topShare(scores, labels, 0.5, [30, 99, 10, 99]);
    expect(top).toMatchObject({ inspected: 2, precision: { hits: 1, of: 2 }, recall: 0.5, stakeRecall: 0.75 });
  });
  it('the mean F1 of both outcomes at 0.75 is 1/2', () => {
    expect(macroF1(scores, labels, 0.75)).toBe(0.5);
  });
  it('equal scores are drawn, not taken in the order of the file', () => {
    const tied = rankRows(new Float64Array(50));
    expect(Array.from(tied)).not.toEqual(Array.from(tied).sort((a, b) => a - b));
    expect(rankRows(new Float64Array(50))).toEqual(tied);
  });
});

describe('calibration', () => {
  const random = seededRandom(3);
  const scores = Array.from({ length: 4_000 }, () => 6 * random() - 3);
  const labels = scores.map((score) => (random() < sigmoid(0.5 * score - 1) ? 1 : 0));
  it('by Platt finds the slope 0.5 and intercept -1 behind the labels', () => {
    const fitted = plattScaling({ scores, labels });
    const { slope, intercept } = fitted.kind === 'platt' ? fitted : { slope: Number.NaN, intercept: Number.NaN };
    expect(Math.abs(slope - 0.5)).toBeLessThan(0.1);
    expect(Math.abs(intercept + 1)).toBeLessThan(0.1);
  });
  it('takes two parameters where few heavy results among many light ones are all that tells', () => {
    const heavy = scores.map((_, at) => (at < 100 ? 60 : 1));
    expect(calibrate({ scores, labels }).kind).toBe('isotonic');
    expect(calibrate({ scores, labels, weights: scores.map(() => 7) }).kind).toBe('isotonic');
    expect(calibrate({ scores, labels, weights: heavy }).kind).toBe('platt');
  });
  it('by isotonic steps never turns the order of scores and holds on its own sample', () => {
    const fitted = isotonicRegression({ scores, labels });
    const chances = scores.map((score) => calibratedChance(fitted, score));
    const sorted = scores.map((_, at) => at).sort((a, b) => (scores[a] ?? 0) - (scores[b] ?? 0));
    sorted.slice(1).forEach((at, before) => {
      expect(chances[at]).toBeGreaterThanOrEqual(chances[sorted[before] ?? 0] ?? 0);
    });
    expect(calibrationError(chances, labels)).toBeLessThan(0.02);
  });
  it('takes two parameters below 1,000 results and steps from there on', () => {
    expect(calibrate({ scores: scores.slice(0, 999), labels: labels.slice(0, 999) }).kind).toBe('platt');
    expect(calibrate({ scores, labels }).kind).toBe('isotonic');
  });
  it('weighs a row by 1 over its chance of selection: findings seen ten times too often count a tenth', () => {
    const weights = labels.map((label) => (label === 1 ? 0.1 : 1));
    const fitted = plattScaling({ scores, labels, weights });
    expect(fitted.kind === 'platt' && fitted.intercept).toBeCloseTo(-1 - Math.log(10), 0);
  });
});

describe('drift', () => {
  const random = seededRandom(5);
  const draw = (shift: number) => Array.from({ length: 2_000 }, () => shift + random());
  it('of like samples is stable, of a shifted one an alarm', () => {
    expect(driftLevel(numberDrift(draw(0), draw(0)))).toBe('stable');
    expect(driftLevel(numberDrift(draw(0), draw(0.5)))).toBe('alarm');
  });
  it('of a code that takes a fifth of all rows is an alarm; missing values count as a part', () => {
    const then = Array.from({ length: 500 }, (_, at) => `m${at % 4}`);
    expect(codeDrift(then, then)).toBe(0);
    expect(
      driftLevel(
        codeDrift(
          then,
          then.map((code, at) => (at % 5 === 0 ? 'new' : code)),
        ),
      ),
    ).toBe('alarm');
    expect(
      driftLevel(
        numberDrift(
          draw(0),
          draw(0).map((value, at) => (at % 3 ? value : Number.NaN)),
        ),
      ),
    ).toBe('alarm');
  });
});

describe('the ladder', () => {
  it('gathers 500 results with 100 of each, then stands in the shadow until a person promotes', () => {
    expect(resultsWanting({ findings: 60, conform: 300 })).toEqual({ results: 140, findings: 40, conform: 0 });
    expect(stageOf({ findings: 99, conform: 900 }, true)).toBe('collecting');
    expect(stageOf({ findings: 100, conform: 400 }, false)).toBe('shadow');
    expect(stageOf({ findings: 100, conform: 400 }, true)).toBe('active');
  });
  it('advises promotion only when the lower bound is a fifth above the random rate', () => {
    const random = wilson(20, 100);
    expect(promotionAdvice({ top: { findings: 40, examined: 100 }, random }).isAdvised).toBe(true);
    expect(promotionAdvice({ top: { findings: 30, examined: 100 }, random }).isAdvised).toBe(false);
    expect(promotionAdvice({ top: { findings: 9, examined: 9 }, random: null }).isAdvised).toBe(false);
  });
});

describe('selection', () => {
  it('is after findings, revenue, or both', () => {
    expect(worthOf('chance', 0.5, 100)).toBe(0.5);
    expect(worthOf('revenue', 0.5, 100)).toBe(50);
    expect(worthOf('balanced', 0.5, Math.E - 1)).toBeCloseTo(0.5, 12);
  });
  it('takes 9 by worth and 1 of the other 91 at random, and says how likely each was', () => {
    const selected = selectRows(
      Array.from({ length: 100 }, (_, at) => at),
      { examinations: 10, randomShare: 0.1 },
      seededRandom(1),
    );
    expect(selected.filter(({ reason }) => reason === 'score').map(({ row }) => row)).toEqual([
      99, 98, 97, 96, 95, 94, 93, 92, 91,
    ]);
    expect(selected.filter(({ reason }) => reason === 'random')).toMatchObject([{ probability: 1 / 91 }]);
    expect(new Set(selected.map(({ row }) => row)).size).toBe(10);
  });
});

describe('bins', () => {
  it('hold equal values together, and each value on its side of the cut', () => {
    const cuts = cutPoints([1, 1, 1, 2, 3, 3], 5);
    expect(cuts).toEqual([1.5, 2.5]);
    expect([1, 2, 3, Number.NaN].map((value) => binOf(value, cuts))).toEqual([1, 2, 3, 0]);
  });
  it('are as many as asked for when there are more values', () => {
    expect(
      cutPoints(
        Float64Array.from({ length: 1_000 }, (_, at) => at),
        9,
      ),
    ).toHaveLength(9);
  });
});
