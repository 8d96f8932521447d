import { seededRandom } from '@/lib/kernel/prng';
import { type Rate, wilson } from '@/lib/kernel/wilson';

/** Rows from the highest score down; equal scores in a drawn order, so that the order of a file decides nothing. */
export function rankRows(scores: ArrayLike<number>, seed = 1): Int32Array {
  const random = seededRandom(seed);
  const draws = Float64Array.from({ length: scores.length }, () => random());
  return Int32Array.from({ length: scores.length }, (_, row) => row).sort(
    (a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || (draws[a] ?? 0) - (draws[b] ?? 0),
  );
}

/** The area under the ROC curve: how often a finding scores above a row without; equal scores count half (Mann-Whitney). */
export function areaUnderCurve(scores: ArrayLike<number>, labels: ArrayLike<number>): number {
  const ranked = rankRows(scores);
  let findings = 0;
  let others = 0;
  let won = 0;
  for (let start = 0; start < ranked.length; ) {
    let tiedFindings = 0;
    let end = start;
    const score = scores[ranked[start] ?? 0];
    for (; end < ranked.length && scores[ranked[end] ?? 0] === score; end++)
      tiedFindings += labels[ranked[end] ?? 0] ?? 0;
    const tiedOthers = end - start - tiedFindings;
    won += tiedOthers * (findings + tiedFindings / 2);
    findings += tiedFindings;
    others += tiedOthers;
    start = end;
  }
  return findings === 0 || others === 0 ? Number.NaN : won / (findings * others);
}

/** Mean of the precision at each finding, from the highest score down. */
export function averagePrecision(scores: ArrayLike<number>, labels: ArrayLike<number>): number {
  let findings = 0;
  let sum = 0;
  rankRows(scores).forEach((row, at) => {
    if (labels[row] !== 1) return;
    findings += 1;
    sum += findings / (at + 1);
  });
  return findings === 0 ? Number.NaN : sum / findings;
}

/** What the highest scored share of the rows would have found. */
export type TopShare = {
  readonly inspected: number;
  readonly precision: Rate | null;
  /** Share of all findings, and of all that is at stake in them, among those inspected. */
  readonly recall: number;
  readonly stakeRecall: number;
};

/** Inspects the highest scored `share` of the rows, rounded down; `stakes` is what a finding is worth, by row. */
export function topShare(
  scores: ArrayLike<number>,
  labels: ArrayLike<number>,
  share: number,
  stakes?: ArrayLike<number>,
): TopShare {
  const inspected = Math.floor(scores.length * share);
  const of = { findings: 0, stake: 0 };
  const found = { findings: 0, stake: 0 };
  rankRows(scores).forEach((row, at) => {
    if (labels[row] !== 1) return;
    for (const sum of at < inspected ? [of, found] : [of]) {
      sum.findings += 1;
      sum.stake += stakes?.[row] ?? 0;
    }
  });
  return {
    inspected,
    precision: wilson(found.findings, inspected),
    recall: found.findings / of.findings,
    stakeRecall: found.stake / of.stake,
  };
}

/** Expected calibration error: how far chances lie from what happened, over parts of like size by chance (ECE). */
export function calibrationError(chances: ArrayLike<number>, labels: ArrayLike<number>, parts = 10): number {
  const ranked = rankRows(chances);
  let error = 0;
  for (let part = 0; part < parts; part++) {
    const rows = ranked.subarray(
      Math.floor((part * ranked.length) / parts),
      Math.floor(((part + 1) * ranked.length) / parts),
    );
    let gap = 0;
    for (const row of rows) gap += (chances[row] ?? 0) - (labels[row] ?? 0);
    error += Math.abs(gap) / ranked.length;
  }
  return error;
}

/** Mean of the F1 of both outcomes when a chance of `threshold` or more says finding. */
export function macroF1(chances: ArrayLike<number>, labels: ArrayLike<number>, threshold = 0.5): number {
  let hits = 0;
  let quiet = 0;
  for (let row = 0; row < chances.length; row++) {
    const isCalled = (chances[row] ?? 0) >= threshold;
    if (isCalled !== (labels[row] === 1)) continue;
    if (isCalled) hits += 1;
    else quiet += 1;
  }
  const wrong = chances.length - hits - quiet;
  const f1 = (right: number) => (right === 0 ? 0 : (2 * right) / (2 * right + wrong));
  return (f1(hits) + f1(quiet)) / 2;
}
