import type { Channel } from '@/lib/consignment/codes';
import { CLOCK_PARTIES, CLOCK_STEPS, type ClockInterval, type ClockParty, type ClockStep } from './time-release';

/** How long something took, in seconds, over those that took any time: nearest ranks, so that each is a time that was taken. */
export type Spread = {
  readonly count: number;
  readonly mean: number;
  readonly median: number;
  /** Nine of ten took no longer. */
  readonly p90: number;
};
/** One release: from receipt to the decision, in stretches without a gap. */
export type ReleasedOne = {
  readonly officeId: string;
  readonly channel: Channel;
  readonly intervals: readonly ClockInterval[];
};
export type ReleaseTimes = {
  readonly officeId: string;
  readonly all: Spread;
  /** Over the releases in which any time lay with the party; null where there is none. */
  readonly byParty: Readonly<Record<ClockParty, Spread | null>>;
  /** Released later after receipt than the channel has for it. */
  readonly late: number;
  /** Those by what most of their time went into. */
  readonly lateBy: Readonly<Record<ClockStep, number>>;
};

/** Release times by office, in the order the offices first appear. `targetMinutes`: from receipt to release, by channel. */
export function releaseTimes(
  released: readonly ReleasedOne[],
  targetMinutes: Readonly<Record<Channel, number>>,
): readonly ReleaseTimes[] {
  return [...new Set(released.map(({ officeId }) => officeId))].flatMap((officeId) => {
    const timed = released
      .filter((one) => one.officeId === officeId)
      .map(({ channel, intervals }) => ({
        intervals,
        secondsMax: targetMinutes[channel] * 60,
        seconds: sum(intervals),
      }));
    const all = spreadOf(timed.map(({ seconds }) => seconds));
    if (!all) return [];
    const late = timed
      .filter(({ seconds, secondsMax }) => seconds > secondsMax)
      .map((one) => longestStep(one.intervals));
    const ofParty = (party: ClockParty) =>
      spreadOf(
        timed
          .map(({ intervals }) => sum(intervals.filter((one) => one.party === party)))
          .filter((seconds) => seconds > 0),
      );
    return {
      officeId,
      all,
      byParty: Object.fromEntries(CLOCK_PARTIES.map((party) => [party, ofParty(party)])) as ReleaseTimes['byParty'],
      late: late.length,
      lateBy: Object.fromEntries(
        CLOCK_STEPS.map((step) => [step, late.filter((one) => one === step).length]),
      ) as ReleaseTimes['lateBy'],
    };
  });
}

const sum = (intervals: readonly ClockInterval[]) =>
  intervals.reduce((seconds, { fromMs, toMs }) => seconds + (toMs - fromMs) / 1000, 0);

/** The step most of the time went into; of equals the first in the order of the work. */
function longestStep(intervals: readonly ClockInterval[]): ClockStep {
  const seconds = (step: ClockStep) => sum(intervals.filter((one) => one.step === step));
  return CLOCK_STEPS.reduce((longest, step) => (seconds(step) > seconds(longest) ? step : longest));
}

function spreadOf(seconds: readonly number[]): Spread | null {
  if (seconds.length === 0) return null;
  const inOrder = seconds.toSorted((a, b) => a - b);
  const rank = (share: number) => inOrder[Math.ceil(inOrder.length * share) - 1] ?? 0;
  const mean = inOrder.reduce((all, one) => all + one, 0) / inOrder.length;
  return { count: inOrder.length, mean, median: rank(0.5), p90: rank(0.9) };
}
