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
