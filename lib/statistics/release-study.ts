import { RELEASE_EDGES_SECONDS, type ReleaseBucket, type ReleaseTimes, releaseTimesOf } from './release-time';

/** A stretch of release times, as the histogram tells it; the last has no end. */
export type Stretch = { readonly fromSeconds: number; readonly toSeconds: number | null };

/** What a time release study says of one cause (WCO Guide to Measure the Time Required for the Release of Goods): mean, median, mode, range, nine in ten. */
export type StudyRow = {
  readonly member: string;
  readonly times: ReleaseTimes;
  /** Where most were released; null where nothing was. */
  readonly mode: Stretch | null;
  /** From the quickest to the slowest, exact to the steps of the histogram. */
  readonly range: Stretch | null;
};

/** The row of a cause from its histogram and the sum of its times. */
export function studyRowOf(member: string, buckets: readonly ReleaseBucket[], totalSeconds: number): StudyRow {
  const times = releaseTimesOf(buckets, totalSeconds);
  const filled = times.histogram.flatMap(({ released }, index) => (released > 0 ? [index] : []));
  const most = Math.max(0, ...times.histogram.map(({ released }) => released));
  const mode = times.histogram.findIndex(({ released }) => released === most);
  const [first, last] = [filled[0], filled.at(-1)];
  return {
    member,
    times,
    mode: most === 0 ? null : stretch(mode, mode),
    range: first === undefined || last === undefined ? null : stretch(first, last),
  };
}

function stretch(first: number, last: number): Stretch {
  return {
    fromSeconds: first === 0 ? 0 : (RELEASE_EDGES_SECONDS[first - 1] ?? 0),
    toSeconds: RELEASE_EDGES_SECONDS[last] ?? null,
  };
}
