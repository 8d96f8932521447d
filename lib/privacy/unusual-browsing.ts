import type { UnusualBrowsing } from './codes';

/** Days that a day is judged by. */
export const DAYS_JUDGED_BY = 28;
/** Robust deviations above the median that are still usual (Iglewicz and Hoaglin take 3.5 for one series; here are many every day). */
export const FAR = 4.5;
/** So few looks on one day are never too many. */
export const MANY_MIN = 10;
/** Looks of an officer at people of consignments he did nothing on, which nobody is asked about. */
export const WITHOUT_WORK_MAX = 4;
/** Own days with looks that tell what is usual for somebody; with fewer only the peers do. */
const OWN_DAYS_MIN = 5;
/** Times the median of absolute deviations, the standard deviation of a normal distribution. */
const MAD_TO_DEVIATION = 1.4826;

/** What somebody looked at on a day: consignments whose people, or papers that name people, were opened. */
export type BrowsingDay = {
  readonly userId: string;
  readonly role: string;
  readonly day: string;
  readonly looks: number;
};

/** The day that is judged. */
export type Judged = BrowsingDay & {
  readonly userName: string;
  /** Consignments on which the person did nothing but look. */
  readonly withoutWork: number;
  /** Consignments of offices the person does not work for. */
  readonly otherOffices: number;
};

export type Found = Pick<Judged, 'userId' | 'userName' | 'role' | 'day'> & {
  readonly kind: UnusualBrowsing;
  readonly observed: number;
  /** The most that would have been usual. */
  readonly usual: number;
};

/** Roles that work on what they look at; others look because others did. */
const WORKING: readonly string[] = ['officer', 'agency'];

/**
 * What is unusual about the looks of a day: more than the person's own days and those of peers of the role lead one to expect, both by
 * median and median absolute deviation, which do not follow the outliers they are to find; people of consignments the person did nothing
 * on; and of offices that are not the own.
 * @param before days before that one, of everybody, without those on which somebody looked at nothing
 */
export function findUnusual(judged: readonly Judged[], before: readonly BrowsingDay[]): Found[] {
  return judged.flatMap((one) => {
    const { userId, userName, role, day, looks, withoutWork, otherOffices } = one;
    const found = (kind: UnusualBrowsing, observed: number, usual: number): Found[] =>
      observed > usual ? [{ userId, userName, role, day, kind, observed, usual }] : [];
    const own = before.filter((other) => other.userId === userId).map((other) => other.looks);
    const peers = before.filter((other) => other.userId !== userId && other.role === role).map((other) => other.looks);
    const bounds = [own.length >= OWN_DAYS_MIN ? boundOf(own) : 0, peers.length > 0 ? boundOf(peers) : 0];
    return [
      ...found('many', looks, Math.max(MANY_MIN, ...bounds)),
      ...(WORKING.includes(role) ? found('without_work', withoutWork, WITHOUT_WORK_MAX) : []),
      ...found('other_offices', otherOffices, 0),
    ];
  });
}

/** The most that is usual by some days. */
function boundOf(counts: readonly number[]): number {
  const middle = median(counts);
  const spread = Math.max(1, MAD_TO_DEVIATION * median(counts.map((count) => Math.abs(count - middle))));
  return Math.ceil(middle + FAR * spread);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[half] ?? 0) : ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2;
}
