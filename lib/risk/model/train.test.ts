import { describe, expect, it } from 'vitest';
import { seededRandom } from '@/lib/kernel/prng';
import type { Artefact } from './artefact';
import { BOOST_DEFAULTS, boost } from './boost';
import { encodeAsOf, encodeRows } from './encode';
import { History } from './history';
import { areaUnderCurve, calibrationError } from './metrics';
import { featuresOf } from './plan';
import { type RiskModel, Scorer } from './risk-model';
import { cardContributions, cardLogOdds, fitScorecard, pointsTable } from './scorecard';
import { readArtefact, writeArtefact } from './stored-model';
import { plantedResults, TEST_PLAN } from './testing';
import { trainModel } from './train';

const stored = (of: RiskModel, past: History): Artefact => ({
  objective: 'chance',
  finding: { model: of, past: past.stored() },
  critical: null,
  ranks: [0.1, 0.2],
});
const SETTINGS = { ...BOOST_DEFAULTS, trees: 40, leaves: 8 };
const past = plantedResults(8_000, 1);
const later = plantedResults(4_000, 2);
const { model, history } = trainModel(TEST_PLAN, past.rows, past.labels, SETTINGS);
const matrix = encodeRows(history, later.rows);
const scorer = new Scorer(model);
const scores = later.rows.map((_, row) => scorer.logOdds(matrix.values, row * matrix.width));

describe('a trained model', () => {
  it('finds what was planted in results it has not seen', () => {
    expect(areaUnderCurve(scores, later.labels)).toBeGreaterThan(0.8);
  });

  it('gives chances that hold: expected calibration error below 0.03', () => {
    const chances = scores.map((score) => scorer.chance(score));
    expect(calibrationError(chances, later.labels)).toBeLessThan(0.03);
  });

  it('explains a score by reasons that sum to it, 20 points for twice the odds', () => {
    for (let row = 0; row < 50; row++) {
      const { base, logOdds, contributions } = scorer.explain(matrix.values, row * matrix.width);
      const total = contributions.reduce((sum, contribution) => sum + contribution.logOdds, base);
      expect(Math.abs(total - logOdds)).toBeLessThan(1e-9);
      for (const { points, logOdds: share } of contributions)
        expect(2 ** (points / 20)).toBeCloseTo(Math.exp(share), 9);
    }
  });

  it('is the same for the same seed and another one for another', () => {
    const again = trainModel(TEST_PLAN, past.rows, past.labels, SETTINGS);
    expect(again.model).toEqual(model);
    expect(trainModel(TEST_PLAN, past.rows, past.labels, { ...SETTINGS, seed: 2 }).model.learner).not.toEqual(
      model.learner,
    );
  });

  it('comes back from its text as it was, with the past it counts by, and scores the same', () => {
    const artefact = stored(model, history);
    const read = readArtefact(writeArtefact(artefact));
    expect(read).toEqual(artefact);
    expect(new Scorer(read.finding.model).logOdds(matrix.values)).toBe(scores[0]);
    expect(encodeRows(History.of(TEST_PLAN, read.finding.past), later.rows)).toEqual(matrix);
  });

  it('is not read from a text with a way that does not end, a feature outside the plan, or another version', () => {
    if (model.learner.kind !== 'gbdt') throw new Error('no trees');
    const { forest } = model.learner;
    const [first, ...rest] = forest.trees;
    const spoilt = (tree: object) => {
      const trees = [{ ...first, ...tree }, ...rest] as never;
      return writeArtefact(stored({ ...model, learner: { kind: 'gbdt', forest: { ...forest, trees } } }, history));
    };
    expect(() => readArtefact(spoilt({ child: first?.child.map((left) => (left === 0 ? 0 : 1)) }))).toThrow();
    expect(() => readArtefact(spoilt({ child: first?.child.map(() => 0) }))).toThrow();
    expect(() => readArtefact(spoilt({ feature: first?.feature.map(() => 99) }))).toThrow();
    expect(() => readArtefact(spoilt({ value: [] }))).toThrow();
    const other = writeArtefact(stored(model, history)).replace('"version":2', '"version":1');
    expect(() => readArtefact(other)).toThrow();
  });

  it('knows nothing when the labels are dealt out anew: area 0.50 +- 0.03', () => {
    const random = seededRandom(9);
    const dealt = past.labels.map((label) => ({ label, draw: random() })).sort((a, b) => a.draw - b.draw);
    const blind = trainModel(
      TEST_PLAN,
      past.rows,
      dealt.map(({ label }) => label),
      SETTINGS,
    );
    const blindMatrix = encodeRows(blind.history, later.rows);
    const blindScorer = new Scorer(blind.model);
    const blindScores = later.rows.map((_, row) => blindScorer.logOdds(blindMatrix.values, row * blindMatrix.width));
    expect(Math.abs(areaUnderCurve(blindScores, later.labels) - 0.5)).toBeLessThan(0.03);
  });

  it('is refused on results of one outcome', () => {
    expect(() =>
      boost(
        matrix,
        later.labels.map(() => 0),
        SETTINGS,
      ),
    ).toThrow(RangeError);
  });
});

describe('a scorecard', () => {
  const asOf = encodeAsOf(new History(TEST_PLAN), past.rows, past.labels);
  const card = fitScorecard(featuresOf(TEST_PLAN), asOf, past.labels);

  it('ranks later results, and its lines sum to the score', () => {
    const cardScores = later.rows.map((_, row) => cardLogOdds(card, matrix.values, row * matrix.width));
    expect(areaUnderCurve(cardScores, later.labels)).toBeGreaterThan(0.75);
    const lines = cardContributions(card, matrix.values).reduce((sum, share) => sum + share, card.base);
    expect(lines).toBeCloseTo(cardScores[0] ?? Number.NaN, 12);
  });

  it('prints a line per bin, from below everything to above it, the missing one first', () => {
    const lines = pointsTable(card).filter(({ feature }) => feature === 'netMass');
    expect(lines[0]).toMatchObject({ from: null, to: null });
    expect(lines[1]?.from).toBe(Number.NEGATIVE_INFINITY);
    expect(lines.at(-1)?.to).toBe(Number.POSITIVE_INFINITY);
    lines.slice(2).forEach((line, at) => {
      expect(line.from).toBe(lines[at + 1]?.to);
    });
  });
});
