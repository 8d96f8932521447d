const MINUTE = 60;
const HOUR = 3_600;

/** Upper edges of the release-time histogram in seconds; the last bucket is open. */
export const RELEASE_EDGES_SECONDS = [
  MINUTE,
  5 * MINUTE,
  15 * MINUTE,
  30 * MINUTE,
  HOUR,
  2 * HOUR,
  3 * HOUR,
  4 * HOUR,
  6 * HOUR,
  8 * HOUR,
  12 * HOUR,
  18 * HOUR,
  24 * HOUR,
  36 * HOUR,
  48 * HOUR,
  72 * HOUR,
  120 * HOUR,
  240 * HOUR,
] as const;

/** Bucket of what is not released. */
export const NOT_RELEASED = -1;

/** Index of the bucket that holds a release time. */
export function releaseBucketOf(seconds: number | null): number {
  if (seconds === null) return NOT_RELEASED;
  const index = RELEASE_EDGES_SECONDS.findIndex((edge) => seconds <= edge);
  return index < 0 ? RELEASE_EDGES_SECONDS.length : index;
}

export type ReleaseBucket = { readonly bucket: number; readonly released: number };

/**
 * A quantile of release times from their histogram, in seconds, by straight line inside the bucket. The error is at most the
 * width of that bucket; in the open last bucket its lower edge is given. Null when nothing was released.
 */
export function releaseQuantile(buckets: readonly ReleaseBucket[], quantile: number): number | null {
  const counts = RELEASE_EDGES_SECONDS.map(() => 0);
  counts.push(0);
  for (const { bucket, released } of buckets) if (bucket >= 0) counts[bucket] = (counts[bucket] ?? 0) + released;
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total <= 0) return null;
  const wanted = quantile * total;
  let below = 0;
  for (const [index, count] of counts.entries()) {
    if (count > 0 && below + count >= wanted) {
      const low = index === 0 ? 0 : (RELEASE_EDGES_SECONDS[index - 1] ?? 0);
      const high = RELEASE_EDGES_SECONDS[index] ?? low;
      return Math.round(low + ((wanted - below) / count) * (high - low));
    }
    below += count;
  }
  return null;
}

/** The goal of express agreements: released within six hours of complete data (WCO Immediate Release Guidelines). */
export const RELEASE_GOAL_SECONDS = 6 * HOUR;

export type ReleaseTimes = {
  readonly released: number;
  readonly meanSeconds: number | null;
  readonly medianSeconds: number | null;
  readonly p90Seconds: number | null;
  /** Exact, since the goal is an edge of the histogram. 0 to 1. */
  readonly withinGoal: number | null;
  /** Every bucket in order, empty ones included; the upper edge of the last is null. */
  readonly histogram: readonly { readonly upToSeconds: number | null; readonly released: number }[];
};

/** What a histogram of release times and the sum of the times say together. */
export function releaseTimesOf(buckets: readonly ReleaseBucket[], totalSeconds: number): ReleaseTimes {
  const histogram = [...RELEASE_EDGES_SECONDS, null].map((upToSeconds, index) => ({
    upToSeconds,
    released: buckets.filter(({ bucket }) => bucket === index).reduce((sum, { released }) => sum + released, 0),
  }));
  const released = histogram.reduce((sum, bin) => sum + bin.released, 0);
  const inGoal = histogram
    .filter(({ upToSeconds }) => upToSeconds !== null && upToSeconds <= RELEASE_GOAL_SECONDS)
    .reduce((sum, bin) => sum + bin.released, 0);
  return {
    released,
    meanSeconds: released === 0 ? null : Math.round(totalSeconds / released),
    medianSeconds: releaseQuantile(buckets, 0.5),
    p90Seconds: releaseQuantile(buckets, 0.9),
    withinGoal: released === 0 ? null : inGoal / released,
    histogram,
  };
}
