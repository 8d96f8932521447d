/** How often a worker says that it is there. */
export const BEAT_MS = 10_000;
/** A worker that was not heard of for so long is not there. */
const GONE_MS = 60_000;
/** One failure is tried again; so many in a row are no accident. */
const FAILURES_LEAST = 3;
/** Data that waits longer than this is not worked off as it should be. */
const BEHIND_MS = 5 * 60_000;
/** Entries of the audit log are sealed every few seconds. */
const UNSEALED_MS = 60_000;

export type JobRun = {
  readonly job: string;
  readonly beganAt: Date;
  readonly endedAt: Date | null;
  readonly wellAt: Date | null;
  readonly failures: number;
};

/** What waits, and since when its oldest does; null where nothing waits. */
export type Waiting = { readonly count: number; readonly oldestAt: Date | null };

/** How the product is at one moment. */
export type Standing = {
  readonly workerBeatAt: Date | null;
  readonly jobs: readonly JobRun[];
  /** Submissions that are stored and not worked off. */
  readonly submissions: Waiting;
  /** Entries of the audit log under no seal. */
  readonly unsealed: Waiting;
  /** Messages to partners that are due. */
  readonly deliveries: Waiting;
  /** Consignments that wait for an officer. */
  readonly queue: readonly { readonly officeId: string; readonly count: number; readonly soonestAt: Date | null }[];
  /** Sign-ins that failed in the last quarter of an hour. */
  readonly failedSignIns: number;
  /** Days whose statistics differed from the ledger when they were last computed anew, and days that could not be counted for scorecards. */
  readonly days: { readonly differing: number; readonly uncounted: number };
};

export const CHECKS = ['worker', 'jobs', 'intake', 'seals', 'statistics'] as const;
export type Check = (typeof CHECKS)[number];
export type Verdicts = Readonly<Record<Check, 'ok' | 'behind'>>;

const isOlder = (since: Date | null, ms: number, at: Date) => since !== null && at.getTime() - since.getTime() > ms;

/** What of the background work is as it should be, for anybody who asks: no figure, no name. */
export function judge({ workerBeatAt, jobs, submissions, unsealed, days }: Standing, at: Date): Verdicts {
  const say = (isBehind: boolean) => (isBehind ? 'behind' : 'ok');
  return {
    worker: say(workerBeatAt === null || isOlder(workerBeatAt, GONE_MS, at)),
    jobs: say(jobs.some(({ failures }) => failures >= FAILURES_LEAST)),
    intake: say(isOlder(submissions.oldestAt, BEHIND_MS, at)),
    seals: say(isOlder(unsealed.oldestAt, UNSEALED_MS, at)),
    statistics: say(days.differing + days.uncounted > 0),
  };
}
