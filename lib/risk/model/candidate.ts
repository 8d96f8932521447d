import { weightedRate } from '@/lib/kernel/weighted-rate';
import { type Artefact, ranksOf } from './artefact';
import { BOOST_DEFAULTS, type BoostSettings } from './boost';
import type { HoldOut, ModelCard } from './card';
import { encodeRows } from './encode';
import { areaFigure, calibrationParts, errorOfParts, topFigures } from './evaluate';
import { resultsWanting } from './ladder';
import type { ModelKind } from './learner';
import { type Matrix, takeRows } from './matrix';
import { type Objective, worthOf } from './objective';
import { featuresOf } from './plan';
import { type RiskModel, Scorer } from './risk-model';
import { spreadsOf } from './spreads';
import { type CalibratedOn, calibratedFrom, fitModel, type TrainingRows } from './train';
import type { Target, TrainingSet } from './training-set';

/** Newest share of the results, on which figures are taken; the model never learns from them. */
const HOLD_OUT_SHARE = 0.2;
/** Below this many results a card of points is the sounder model. */
export const TREES_FROM_RESULTS = 2_000;
/** With fewer random results among the newest, all results calibrate; with fewer in all, the weights would rest on a few of them. */
const RANDOM_NEWEST_MIN = 200;
const RANDOM_MIN = 30;
const CRITICAL_MIN = 40;
const EXPLAINED_MAX = 500;

export type TrainingWish = { readonly objective: Objective; readonly seed: number };
export type TrainingOutcome =
  | { readonly isEnough: false; readonly wanting: ReturnType<typeof resultsWanting> }
  | { readonly isEnough: true; readonly card: ModelCard; readonly artefact: Artefact };

/** The kind of model that suits so many results. */
export const kindFor = (results: number): ModelKind => (results < TREES_FROM_RESULTS ? 'scorecard' : 'gbdt');

/**
 * Makes a candidate of what was gathered: learnt from the older results, calibrated on newer ones, measured on the newest. The same
 * results and seed make the same candidate. With too few results it says what is wanting instead.
 */
export function makeCandidate(
  set: TrainingSet,
  { objective, seed }: TrainingWish,
  onStep: (done: number, of: number) => void = () => undefined,
): TrainingOutcome {
  set.close();
  const labels = set.labels('finding');
  const findings = labels.reduce<number>((sum, label) => sum + label, 0);
  const wanting = resultsWanting({ findings, conform: labels.length - findings });
  if (Object.values(wanting).some((missing) => missing > 0)) return { isEnough: false, wanting };

  const results = labels.length;
  const older = Math.floor(results * (1 - HOLD_OUT_SHARE));
  const kind = kindFor(results);
  const settings = settingsFor(results, seed);
  const steps = 2 * settings.trees + 1;
  const randomFrom = (from: number) => set.results.slice(from, older).filter(({ isRandom }) => isRandom).length;
  const calibratedOn: CalibratedOn = randomFrom(calibratedFrom(older)) >= RANDOM_NEWEST_MIN ? 'newest' : 'crossed';
  const from = calibratedOn === 'newest' ? calibratedFrom(older) : 0;
  const random = randomFrom(from);
  const isWeighted = random >= RANDOM_MIN;
  const fit = { plan: set.plan, settings, calibratedOn };
  const rowsOf = (target: Target, upTo = older): TrainingRows => ({
    matrix: head(set.matrix(target), upTo),
    labels: set.labels(target).slice(0, upTo),
    days: set.days.slice(0, upTo),
    weights: isWeighted ? set.results.slice(0, upTo).map(({ weight }) => weight) : undefined,
  });

  const model = fitModel({ ...fit, kind, onTree: (grown) => onStep(grown, steps) }, rowsOf('finding'));
  const criticalLabels = set.labels('critical');
  const criticalSeen = criticalLabels.slice(0, older).reduce<number>((sum, label) => sum + label, 0);
  const critical =
    criticalSeen < CRITICAL_MIN
      ? null
      : fitModel({ ...fit, kind, onTree: (grown) => onStep(settings.trees + grown, steps) }, rowsOf('critical'));
  const other: ModelKind = kind === 'gbdt' ? 'scorecard' : 'gbdt';
  const challenger = fitModel({ ...fit, kind: other, calibratedOn: 'newest' }, rowsOf('finding'));
  onStep(steps, steps);

  const held = tail(set.matrix('finding'), older);
  const measured = measure(set, model, held, older, objective);
  const heldCritical = tail(set.matrix('critical'), older);
  const pasts = { finding: set.histories.finding, critical: set.histories.critical };
  const artefact: Artefact = {
    objective,
    finding: { model, past: pasts.finding.stored() },
    critical: critical === null ? null : { model: critical, past: pasts.critical.stored() },
    ranks: ranksOf(
      worthsOf(new Scorer(model), encodeRows(pasts.finding, set.sample), objective, (row) =>
        chargesOf(set.sample[row]),
      ),
    ),
  };
  const card: ModelCard = {
    kind,
    objective,
    trained: {
      firstDay: set.days[0] ?? '',
      lastDay: set.days[older - 1] ?? '',
      results: older,
      findings: model.training.findings,
      random: set.results.slice(0, older).filter(({ isRandom }) => isRandom).length,
      critical: criticalLabels.slice(0, older).reduce<number>((sum, label) => sum + label, 0),
      seed,
    },
    calibratedOn: { results: older - from, random, isWeighted, isCrossed: calibratedOn === 'crossed' },
    holdOut: measured,
    challenger: {
      kind: other,
      auc: areaFigure(new Scorer(challenger).logOddsOfRows(held), labels.slice(older)),
    },
    critical: critical === null ? null : criticalFigures(set, critical, heldCritical, older),
    importance: importanceOf(model, held),
    sampled: set.sample.length,
    spreads: spreadsOf(set.plan, set.sample),
  };
  return { isEnough: true, card, artefact };
}

/** Small trees for few results: each leaf keeps a share of them. */
function settingsFor(results: number, seed: number): BoostSettings {
  return results < 10_000
    ? { ...BOOST_DEFAULTS, trees: 200, leaves: 8, minLeafRows: 20, seed }
    : { ...BOOST_DEFAULTS, seed };
}

const head = (matrix: Matrix, rows: number) =>
  takeRows(
    matrix,
    Int32Array.from({ length: rows }, (_, at) => at),
  );
const tail = (matrix: Matrix, from: number) =>
  takeRows(
    matrix,
    Int32Array.from({ length: matrix.rows - from }, (_, at) => from + at),
  );

const chargesOf = (row: { readonly numbers: Readonly<Record<string, number | null>> } | undefined) =>
  (row?.numbers.chargesMinor ?? 0) / 100;

function worthsOf(scorer: Scorer, matrix: Matrix, objective: Objective, dutyOf: (row: number) => number) {
  return scorer.logOddsOfRows(matrix).map((score, row) => worthOf(objective, scorer.chance(score), dutyOf(row)));
}

function measure(set: TrainingSet, model: RiskModel, held: Matrix, older: number, objective: Objective): HoldOut {
  const scorer = new Scorer(model);
  const scores = scorer.logOddsOfRows(held);
  const results = set.results.slice(older);
  const labels = set.labels('finding').slice(older);
  const column = featuresOf(set.plan).findIndex(({ name }) => name === 'chargesMinor');
  const duty = (row: number) => (held.values[row * held.width + column] || 0) / 100;
  const chances = Array.from(scores, (score) => scorer.chance(score));
  const worths = chances.map((chance, row) => worthOf(objective, chance, duty(row)));
  const weights = results.map(({ weight }) => weight);
  const parts = calibrationParts(chances, labels, weights);
  const random = results.filter(({ isRandom }) => isRandom);
  return {
    results: results.length,
    findings: labels.reduce<number>((sum, label) => sum + label, 0),
    firstDay: set.days[older] ?? '',
    lastDay: set.days.at(-1) ?? '',
    auc: areaFigure(scores, labels),
    tops: topFigures(
      worths,
      labels,
      results.map(({ stakeMinor }) => Math.max(0, stakeMinor)),
    ),
    random: weightedRate(random.map(({ weight, isFinding }) => ({ probability: 1 / weight, isFinding }))),
    calibrationError: errorOfParts(parts),
    calibration: parts,
  };
}

function criticalFigures(set: TrainingSet, model: RiskModel, held: Matrix, older: number): ModelCard['critical'] {
  const labels = set.labels('critical').slice(older);
  const scores = new Scorer(model).logOddsOfRows(held);
  return {
    findings: labels.reduce<number>((sum, label) => sum + label, 0),
    auc: areaFigure(scores, labels),
    tops: topFigures(
      scores,
      labels,
      labels.map(() => 0),
    ),
  };
}

function importanceOf(model: RiskModel, held: Matrix): ModelCard['importance'] {
  const scorer = new Scorer(model);
  const rows = Math.min(EXPLAINED_MAX, held.rows);
  const sums = new Map<string, number>();
  for (let row = 0; row < rows; row++) {
    const place = Math.floor((row * held.rows) / rows);
    for (const { reason, logOdds } of scorer.explain(held.values, place * held.width).contributions) {
      sums.set(reason, (sums.get(reason) ?? 0) + Math.abs(logOdds) / rows);
    }
  }
  return [...sums]
    .map(([reason, meanLogOdds]) => ({ reason, meanLogOdds }))
    .sort((a, b) => b.meanLogOdds - a.meanLogOdds);
}
