import { describe, expect, it } from 'vitest';
import { type ReleasedOne, releaseTimes } from './release-times';
import type { ClockParty, ClockStep } from './time-release';

const TARGETS = { express: 60, post: 120, cargo: 240 };
/** A release out of stretches in minutes. */
const one = (
  channel: ReleasedOne['channel'],
  ...stretches: readonly (readonly [ClockParty, ClockStep, number])[]
): ReleasedOne => {
  let toMs = 0;
  const intervals = stretches.map(([party, step, minutes]) => {
    const fromMs = toMs;
    toMs += minutes * 60_000;
    return { party, step, fromMs, toMs };
  });
  return { officeId: 'NLRTM', channel, intervals };
};

describe('Release times', () => {
  it('tell mean, median and the time nine of ten keep, of all and by whom the time lay with', () => {
    const ten = [10, 20, 30, 40, 50, 60, 70, 80, 90, 150].map((minutes) => one('cargo', ['customs', 'wait', minutes]));
    const [times] = releaseTimes([...ten, one('cargo', ['customs', 'wait', 60], ['partner', 'answer', 30])], TARGETS);
    // (600 + 60 + 30) / 11 of all; the 6th and the 10th of 11 in their order.
    expect(times?.all).toEqual({ count: 11, mean: (690 * 60) / 11, median: 60 * 60, p90: 90 * 60 });
    expect(times?.byParty.customs).toMatchObject({ count: 11, median: 60 * 60, p90: 90 * 60 });
    expect(times?.byParty.partner).toEqual({ count: 1, mean: 1800, median: 1800, p90: 1800 });
    expect(times?.byParty.agency).toBeNull();
  });

  it('name a late release by what most of its time went into, against the target of its own channel', () => {
    const [times] = releaseTimes(
      [
        one('express', ['customs', 'wait', 20], ['partner', 'answer', 41]),
        one('express', ['customs', 'wait', 60]),
        one('post', ['customs', 'wait', 61]),
        one('cargo', ['customs', 'officer', 100], ['customs', 'control', 90], ['customs', 'officer', 60]),
      ],
      TARGETS,
    );
    expect(times?.late).toBe(2);
    expect(times?.lateBy).toMatchObject({ answer: 1, officer: 1, wait: 0, control: 0 });
  });

  it('keep offices apart, and say nothing of one without a release', () => {
    const here = one('post', ['customs', 'wait', 10]);
    const there = { ...one('post', ['customs', 'wait', 30]), officeId: 'BELGG' };
    expect(releaseTimes([here, there], TARGETS).map(({ officeId, all }) => [officeId, all.mean])).toEqual([
      ['NLRTM', 600],
      ['BELGG', 1800],
    ]);
    expect(releaseTimes([], TARGETS)).toEqual([]);
  });
});
