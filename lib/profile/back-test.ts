import { type Rate, wilson } from '@/lib/kernel/wilson';

/** Where a back-test stands. Waiting: no day was looked at yet. Failed: its conditions cannot be read any more. */
export const BACK_TEST_STATES = ['waiting', 'running', 'done', 'cancelled', 'failed'] as const;
export type BackTestState = (typeof BACK_TEST_STATES)[number];

/** What conditions met among the consignments of one day of receipt (`YYYY-MM-DD`); charges in minor units. */
export type BackTestDay = {
  readonly day: string;
  readonly looked: number;
  readonly hits: number;
  readonly examined: number;
  readonly findings: number;
  readonly chargesMinor: bigint;
  readonly allFindings: number;
};

export type BackTestSums = Omit<BackTestDay, 'day'> & {
  /** Findings among the hits that were examined, with the 95 % interval; null where none was. */
  readonly hitRate: Rate | null;
  /** Days that had consignments: days on which none came say nothing about the work a day. */
  readonly busyDays: number;
  /** Hits on a day that had consignments, in the mean and on the fullest. */
  readonly hitsADay: number | null;
  readonly hitsOnFullest: number;
};

/** The sums over days, with rate and work a day. */
export function backTestSums(days: readonly BackTestDay[]): BackTestSums {
  const sum = (key: 'looked' | 'hits' | 'examined' | 'findings' | 'allFindings') =>
    days.reduce((total, one) => total + one[key], 0);
  const busyDays = days.filter(({ looked }) => looked > 0).length;
  const [hits, examined, findings] = [sum('hits'), sum('examined'), sum('findings')];
  return {
    looked: sum('looked'),
    hits,
    examined,
    findings,
    allFindings: sum('allFindings'),
    chargesMinor: days.reduce((total, { chargesMinor }) => total + chargesMinor, 0n),
    hitRate: wilson(findings, examined),
    busyDays,
    hitsADay: busyDays === 0 ? null : hits / busyDays,
    hitsOnFullest: days.reduce((most, day) => Math.max(most, day.hits), 0),
  };
}

/** Consignments a step is to look at: half a second's work or so. A kill loses no more, progress moves as often, and a cancellation is heard as soon. */
const LOOKED_A_STEP = 50_000;
const DAYS_A_STEP_MAX = 64;
/** How much more a step may take than the one before it: the next days may be fuller. */
const GROWTH_MAX = 8;

/**
 * How many days the next step takes after one of `days` days that looked at so many consignments. By what was looked at and not by the time it
 * took: on a machine that is busy elsewhere every step is slow, and smaller ones would only be more of them.
 */
export function daysOfStep(days: number, looked: number): number {
  const fitting = looked === 0 ? DAYS_A_STEP_MAX : Math.floor((days * LOOKED_A_STEP) / looked);
  return Math.max(1, Math.min(fitting, days * GROWTH_MAX, DAYS_A_STEP_MAX));
}
