import { logOdds, sigmoid } from './log-odds';

/** Turns a model's log-odds into chances that hold; stored with the model. */
export type Calibration =
  | { readonly kind: 'platt'; readonly slope: number; readonly intercept: number }
  | { readonly kind: 'isotonic'; readonly scores: readonly number[]; readonly chances: readonly number[] };

/** Scores with their outcomes; weights are 1 over the chance of having been selected, where selection was uneven. */
export type CalibrationSample = {
  readonly scores: ArrayLike<number>;
  readonly labels: ArrayLike<number>;
  readonly weights?: ArrayLike<number>;
};

/** Below so many results, counted as what their weights are worth, two parameters are all that can be told. */
const ISOTONIC_MIN = 1_000;
const NEWTON_STEPS_MAX = 50;

/**
 * Platt below 1,000 results, isotonic from there on. A few heavy results among many light ones are worth no more than the heavy ones
 * (effective size of Kish 1965): steps would follow them one by one.
 */
export function calibrate(sample: CalibrationSample): Calibration {
  return worthInRows(sample) < ISOTONIC_MIN ? plattScaling(sample) : isotonicRegression(sample);
}

function worthInRows({ labels, weights }: CalibrationSample): number {
  if (!weights) return labels.length;
  let [sum, squares] = [0, 0];
  for (let at = 0; at < labels.length; at++) {
    const weight = weights[at] ?? 1;
    sum += weight;
    squares += weight * weight;
  }
  return squares === 0 ? 0 : (sum * sum) / squares;
}

/** Chance of a finding. Monotone: it never turns the order of two scores. */
export function calibratedChance(calibration: Calibration, score: number): number {
  if (calibration.kind === 'platt') return sigmoid(calibration.slope * score + calibration.intercept);
  const { scores, chances } = calibration;
  let low = 0;
  let high = scores.length - 1;
  if (score <= (scores[low] ?? 0)) return chances[low] ?? 0;
  if (score >= (scores[high] ?? 0)) return chances[high] ?? 0;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((scores[middle] ?? 0) <= score) low = middle;
    else high = middle;
  }
  const from = scores[low] ?? 0;
  const share = (score - from) / ((scores[high] ?? 0) - from);
  const lower = chances[low] ?? 0;
  return lower + share * ((chances[high] ?? 0) - lower);
}

/** A logistic curve through the scores, with targets drawn in from 0 and 1 (Platt 1999; Newton steps as Lin et al. 2007). */
export function plattScaling({ scores, labels, weights }: CalibrationSample): Calibration {
  const weightOf = (at: number) => weights?.[at] ?? 1;
  let findings = 0;
  let others = 0;
  for (let at = 0; at < labels.length; at++) {
    if (labels[at] === 1) findings += weightOf(at);
    else others += weightOf(at);
  }
  let slope = 1;
  let intercept = logOdds((findings + 1) / (findings + others + 2));
  for (let step = 0; step < NEWTON_STEPS_MAX; step++) {
    let [gradientSlope, gradientIntercept, curveSlope, curveCross, curveIntercept] = [0, 0, 1e-9, 0, 1e-9];
    for (let at = 0; at < scores.length; at++) {
      const score = scores[at] ?? 0;
      const chance = sigmoid(slope * score + intercept);
      const target = labels[at] === 1 ? (findings + 1) / (findings + 2) : 1 / (others + 2);
      const miss = weightOf(at) * (chance - target);
      const curve = weightOf(at) * chance * (1 - chance);
      gradientSlope += miss * score;
      gradientIntercept += miss;
      curveSlope += curve * score * score;
      curveCross += curve * score;
      curveIntercept += curve;
    }
    const determinant = curveSlope * curveIntercept - curveCross * curveCross;
    if (determinant <= 0) break;
    // A step is kept short: far from the optimum the curve is flat and a whole one would overshoot.
    const bounded = (value: number) => Math.max(-1, Math.min(1, value));
    const slopeStep = bounded((curveIntercept * gradientSlope - curveCross * gradientIntercept) / determinant);
    const interceptStep = bounded((curveSlope * gradientIntercept - curveCross * gradientSlope) / determinant);
    slope -= slopeStep;
    intercept -= interceptStep;
    if (Math.abs(slopeStep) + Math.abs(interceptStep) < 1e-10) break;
  }
  return { kind: 'platt', slope: Math.max(slope, 0), intercept };
}

type Block = { readonly weight: number; readonly from: number; readonly to: number; readonly chance: number };

/**
 * The rising steps that fit best (pool adjacent violators: Ayer et al. 1955), flat over the scores of a step and joined by
 * lines between steps; lines across wide steps would move the mean. No step claims certainty.
 */
export function isotonicRegression({ scores, labels, weights }: CalibrationSample): Calibration {
  const order = Int32Array.from({ length: scores.length }, (_, at) => at);
  order.sort((a, b) => (scores[a] ?? 0) - (scores[b] ?? 0));
  const blocks: Block[] = [];
  for (const at of order) {
    const score = scores[at] ?? 0;
    let block: Block = { weight: weights?.[at] ?? 1, from: score, to: score, chance: labels[at] ?? 0 };
    for (
      let last = blocks.at(-1);
      last && (last.chance >= block.chance || last.to === block.from);
      last = blocks.at(-1)
    ) {
      block = pooled(last, block);
      blocks.pop();
    }
    blocks.push(block);
  }
  const knots = blocks.flatMap((block) =>
    (block.from === block.to ? [block.from] : [block.from, block.to]).map(
      (score) => [score, uncertain(block)] as const,
    ),
  );
  return { kind: 'isotonic', scores: knots.map(([score]) => score), chances: knots.map(([, chance]) => chance) };
}

function pooled(a: Block, b: Block): Block {
  const weight = a.weight + b.weight;
  return { weight, from: a.from, to: b.to, chance: (a.chance * a.weight + b.chance * b.weight) / weight };
}

/** A step's chance, kept a thousandth off 0 and 1. */
function uncertain({ chance }: Block): number {
  return Number(Math.min(0.999, Math.max(0.001, chance)).toPrecision(6));
}
