import { wilson } from '@/lib/kernel/wilson';
import type { AreaFigure, CalibrationPart, TopFigure } from './card';
import { areaUnderCurve, rankRows, topShare } from './metrics';

const Z95 = 1.959_963_984_540_054;
const SHARES = [0.01, 0.02, 0.05, 0.1, 0.2] as const;
/** Fewer inspected rows than this say nothing of a share. */
const INSPECTED_MIN = 5;
/** Parts a calibration is looked at in, at most. */
const PARTS_MAX = 10;
/** A part of fewer results, counted as what their weights are worth, is off by chance alone, however right the chances are. */
const PART_MIN = 20;

/** The area with the interval of Hanley and McNeil (1982); null where one outcome is missing. */
export function areaFigure(scores: ArrayLike<number>, labels: readonly (0 | 1)[]): AreaFigure | null {
  const findings = labels.reduce<number>((sum, label) => sum + label, 0);
  const others = labels.length - findings;
  if (findings === 0 || others === 0) return null;
  const area = areaUnderCurve(scores, labels);
  const [first, second] = [area / (2 - area), (2 * area * area) / (1 + area)];
  const variance =
    (area * (1 - area) + (findings - 1) * (first - area * area) + (others - 1) * (second - area * area)) /
    (findings * others);
  const half = Z95 * Math.sqrt(Math.max(0, variance));
  return { area, low: Math.max(0, area - half), high: Math.min(1, area + half) };
}

/** What the highest ranked shares would have found, as far as they hold rows enough to tell. */
export function topFigures(
  worths: ArrayLike<number>,
  labels: readonly (0 | 1)[],
  stakes: readonly number[],
): TopFigure[] {
  return SHARES.filter((share) => Math.floor(labels.length * share) >= INSPECTED_MIN).map((share) => {
    const { precision, recall, stakeRecall } = topShare(worths, labels, share, stakes);
    return { share, precision, recall: finite(recall), stakeRecall: finite(stakeRecall) };
  });
}

const finite = (value: number) => (Number.isFinite(value) ? value : 0);

/**
 * Parts of like weight by chance, each with what was said and what was found. Rows weigh 1 over their chance of selection, so that
 * the parts stand for all traffic; the interval counts the rows that the weights are worth (Kish 1965), and there are no more parts
 * than leave each with rows enough: the error over ten parts of six rows is about a tenth for a model that is right.
 */
export function calibrationParts(
  chances: ArrayLike<number>,
  labels: readonly (0 | 1)[],
  weights: readonly number[],
  parts = partsFor(weights),
): CalibrationPart[] {
  const ranked = rankRows(chances).reverse();
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const told: CalibrationPart[] = [];
  let [passed, at] = [0, 0];
  for (let part = 1; part <= parts && at < ranked.length; part++) {
    const sums = { rows: 0, weight: 0, squares: 0, chance: 0, findings: 0 };
    for (; at < ranked.length && (passed < (total * part) / parts || sums.rows === 0); at++) {
      const row = ranked[at] ?? 0;
      const weight = weights[row] ?? 1;
      passed += weight;
      sums.rows += 1;
      sums.weight += weight;
      sums.squares += weight * weight;
      sums.chance += weight * (chances[row] ?? 0);
      sums.findings += weight * (labels[row] ?? 0);
    }
    const rate = sums.findings / sums.weight;
    const worth = (sums.weight * sums.weight) / sums.squares;
    const interval = wilson(rate * worth, worth);
    const { low = 0, high = 1 } = interval ?? {};
    told.push({ results: sums.rows, chance: sums.chance / sums.weight, rate, low, high });
  }
  return told;
}

function partsFor(weights: readonly number[]): number {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const squares = weights.reduce((total, weight) => total + weight * weight, 0);
  const worth = squares === 0 ? 0 : (sum * sum) / squares;
  return Math.max(1, Math.min(PARTS_MAX, Math.floor(worth / PART_MIN)));
}

/** Expected calibration error over such parts. */
export function errorOfParts(parts: readonly CalibrationPart[]): number {
  if (parts.length === 0) return Number.NaN;
  return parts.reduce((sum, { chance, rate }) => sum + Math.abs(chance - rate), 0) / parts.length;
}
