/** What is watched day by day: all consignments, and those of each marketplace, origin and chapter. */
export const WATCHED = ['all', 'marketplace', 'origin', 'chapter'] as const;
export type Watched = (typeof WATCHED)[number];

export const ANOMALY_KINDS = ['jump', 'fall', 'appears'] as const;
export type AnomalyKind = (typeof ANOMALY_KINDS)[number];

const WEEK = 7;
/** Whole weeks a day is judged by. */
export const WEEKS_JUDGED_BY = 8;
export const DAYS_JUDGED_BY = WEEKS_JUDGED_BY * WEEK;

/**
 * How far a day must lie from what was to be expected, in robust deviations. Iglewicz and Hoaglin take 3.5 for one series; hundreds are
 * looked at every day here, so that more is asked for.
 */
export const FAR = 4.5;
/** A day is told of where it differs by so many consignments at least, and by so large a part of what was to be expected. */
export const DIFFERENCE_MIN = 10;
export const PART_MIN = 0.3;
/** Times the median of absolute deviations, the standard deviation of a normal distribution. */
const MAD_TO_DEVIATION = 1.4826;
/** A median of eight days is itself uncertain: pi/2 of the variance of their mean, beside that of the day itself. */
const UNCERTAIN = Math.sqrt(1 + Math.PI / 2 / WEEKS_JUDGED_BY);

export type Anomaly = {
  readonly kind: AnomalyKind;
  readonly observed: number;
  /** What was to be expected: the median of the same day of the week. */
  readonly expected: number;
  /** The least and the most of the same day of the week. */
  readonly low: number;
  readonly high: number;
  /** Robust deviations from what was to be expected; below nought for a fall. */
  readonly score: number;
};

/**
 * Judges the count of a day by the eight weeks before it: the modified z-score of Iglewicz and Hoaglin (How to Detect and Handle Outliers,
 * ASQC 1993), with the median of the same day of the week for the middle and the median of absolute deviations from those for the spread, on
 * counts made even by Anscombe's root (Biometrika 35, 1948), whose spread is at least 1. Medians do not follow the outliers they are to find.
 * Null where the day is like those before.
 * @param history counts of `DAYS_JUDGED_BY` days, the oldest first, ending with the day before
 */
export function anomalyOf(history: readonly number[], observed: number): Anomaly | null {
  const same = history.filter((_, at) => (history.length - at) % WEEK === 0);
  const expected = median(same);
  const difference = Math.abs(observed - expected);
  if (difference < DIFFERENCE_MIN || difference < PART_MIN * expected) return null;
  const middles = Array.from({ length: WEEK }, (_, day) =>
    median(history.filter((_, at) => at % WEEK === day).map(evened)),
  );
  const deviations = history.map((count, at) => Math.abs(evened(count) - (middles[at % WEEK] ?? 0)));
  const spread = Math.max(1, MAD_TO_DEVIATION * median(deviations)) * UNCERTAIN;
  const score = (evened(observed) - median(same.map(evened))) / spread;
  if (Math.abs(score) < FAR) return null;
  const isNew = history.every((count) => count === 0);
  return {
    kind: score < 0 ? 'fall' : isNew ? 'appears' : 'jump',
    observed,
    expected,
    low: Math.min(...same),
    high: Math.max(...same),
    score,
  };
}

/** A count with a spread of about 1, however large it is. */
const evened = (count: number): number => 2 * Math.sqrt(count + 0.375);

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[half] ?? 0) : ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2;
}

/** Where a difference comes from: a member of another dimension and the part of it that it holds, from 0 to 1 or more. */
export type Behind = { readonly by: Exclude<Watched, 'all'>; readonly member: string; readonly share: number };

/** A member that holds less of a difference explains nothing. */
const SHARE_MIN = 0.3;

/**
 * The member that moved most with the whole; null where none holds enough of the difference.
 * @param counts of each member: on the day, and what was to be expected
 */
export function behindDifference(
  by: Behind['by'],
  whole: { readonly observed: number; readonly expected: number },
  counts: readonly { readonly member: string; readonly observed: number; readonly expected: number }[],
): Behind | null {
  const difference = whole.observed - whole.expected;
  if (difference === 0) return null;
  let most: Behind | null = null;
  for (const { member, observed, expected } of counts) {
    const share = (observed - expected) / difference;
    if (share >= SHARE_MIN && share > (most?.share ?? 0)) most = { by, member, share };
  }
  return most;
}
