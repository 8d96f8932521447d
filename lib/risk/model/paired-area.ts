const Z95 = 1.959_963_984_540_054;
/** Fewer rows of either outcome give no interval to rest a decision on. */
const OF_EACH_MIN = 10;

/** By how much the area under the curve of one score exceeds that of another, from -1 to 1, with its 95 % interval. */
export type AreaDifference = { readonly difference: number; readonly low: number; readonly high: number };

/**
 * How much more often `scores` rank a finding above a row without than `others` do. Both score the same rows, so that what is hard in
 * those rows counts in neither's favour (DeLong, DeLong and Clarke-Pearson 1988; by mid-ranks after Sun and Xu 2014). Null with too few
 * rows of an outcome.
 */
export function areaDifference(
  scores: readonly number[],
  others: readonly number[],
  labels: readonly (0 | 1)[],
): AreaDifference | null {
  const rowsOf = (label: 0 | 1) => labels.flatMap((own, row) => (own === label ? [row] : []));
  const [findings, plain] = [rowsOf(1), rowsOf(0)];
  if (findings.length < OF_EACH_MIN || plain.length < OF_EACH_MIN) return null;
  const first = winsOf(scores, findings, plain);
  const second = winsOf(others, findings, plain);
  const ofFindings = meanAndVariance(first.findings.map((wins, at) => wins - (second.findings[at] ?? 0)));
  const ofPlain = meanAndVariance(first.plain.map((wins, at) => wins - (second.plain[at] ?? 0)));
  const half = Z95 * Math.sqrt(ofFindings.variance / findings.length + ofPlain.variance / plain.length);
  const difference = ofFindings.mean;
  return { difference, low: Math.max(-1, difference - half), high: Math.min(1, difference + half) };
}

/** Of each finding the share of rows without that it ranks above, of each row without the share of findings that rank above it. */
function winsOf(scores: readonly number[], findings: readonly number[], plain: readonly number[]) {
  const ranks = midRanks([...findings, ...plain].map((row) => scores[row] ?? 0));
  const among = (rows: readonly number[]) => midRanks(rows.map((row) => scores[row] ?? 0));
  const [amongFindings, amongPlain] = [among(findings), among(plain)];
  return {
    findings: findings.map((_, at) => ((ranks[at] ?? 0) - (amongFindings[at] ?? 0)) / plain.length),
    plain: plain.map((_, at) => 1 - ((ranks[findings.length + at] ?? 0) - (amongPlain[at] ?? 0)) / findings.length),
  };
}

/** The rank of each value from 1 for the least; equal values share the mean of their ranks. */
function midRanks(values: readonly number[]): Float64Array {
  const order = values.map((_, at) => at).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const ranks = new Float64Array(values.length);
  for (let start = 0; start < order.length; ) {
    let end = start;
    while (end < order.length && values[order[end] ?? 0] === values[order[start] ?? 0]) end += 1;
    for (let at = start; at < end; at++) ranks[order[at] ?? 0] = (start + 1 + end) / 2;
    start = end;
  }
  return ranks;
}

function meanAndVariance(values: readonly number[]): { readonly mean: number; readonly variance: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  return { mean, variance };
}
