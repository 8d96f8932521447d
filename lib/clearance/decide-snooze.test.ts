import { describe, expect, it } from 'vitest';
import { decideSnooze, type SnoozeFacts, type SnoozeWish, wakenBy } from './decide-snooze';
import { STATUSES } from './transitions';

const NOW = new Date('2026-11-02T10:00:00Z');
const inHours = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000);
const FREE: SnoozeFacts = { status: 'selected', openReferrals: 0, actByAt: inHours(10) };
const wish = (over: Partial<SnoozeWish>): SnoozeWish => ({
  event: 'time',
  until: inHours(2),
  reason: 'awaits_papers',
  note: null,
  ...over,
});
const of = (facts: Partial<SnoozeFacts>, over: Partial<SnoozeWish>) => {
  const decision = decideSnooze({ ...FREE, ...facts }, wish(over), NOW);
  return decision.ok ? decision.until : decision.reasons[0]?.code;
};

describe('putting a consignment off', () => {
  it('is possible until the time to act ends, and not a moment longer', () => {
    expect(of({}, { until: inHours(10) })).toEqual(inHours(10));
    expect(of({}, { until: new Date(inHours(10).getTime() + 1) })).toBe('snooze.past_arrival');
  });

  it('lasts to the arrival, or to new data, but no longer than a week', () => {
    expect(of({}, { event: 'arrival', until: null })).toEqual(inHours(10));
    expect(of({}, { event: 'new_data', until: null })).toEqual(inHours(10));
    expect(of({ actByAt: inHours(500) }, { event: 'arrival', until: null })).toEqual(inHours(168));
    expect(of({ actByAt: inHours(500) }, { until: inHours(169) })).toBe('snooze.too_long');
  });

  it('of one that has arrived lasts a shift at most, and waits for no arrival', () => {
    const late = { actByAt: inHours(-1) };
    expect(of(late, { until: inHours(8) })).toEqual(inHours(8));
    expect(of(late, { until: inHours(9) })).toBe('snooze.too_long');
    expect(of(late, { event: 'new_data', until: null })).toEqual(inHours(8));
    expect(of(late, { event: 'arrival', until: null })).toBe('snooze.arrived');
  });

  it('needs a time to come, and words for another reason', () => {
    expect(of({}, { until: NOW })).toBe('snooze.past');
    expect(of({}, { until: null })).toBe('snooze.past');
    expect(of({}, { reason: 'other' })).toBe('snooze.note_required');
    expect(of({}, { reason: 'other', note: 'Lamp is broken' })).toEqual(inHours(2));
  });

  it('is for what waits for a decision of ours alone', () => {
    expect(of({ openReferrals: 1 }, {})).toBe('snooze.waits_already');
    const possible = STATUSES.filter((status) => of({ status }, {}) instanceof Date);
    expect(possible).toEqual(['selected']);
  });
});

describe('What brings it back', () => {
  const put = (over: Partial<Parameters<typeof wakenBy>[0]>) =>
    wakenBy({ snooze: { event: 'time' }, until: inHours(2), score: 40, isUpdated: false, ...over }, NOW);

  it('is its time, its arrival, or new data', () => {
    expect(put({})).toBeNull();
    expect(put({ until: NOW })).toBe('time');
    expect(put({ snooze: { event: 'arrival' }, until: NOW })).toBe('arrival');
    expect(put({ isUpdated: true })).toBe('new_data');
  });

  it('is a higher score, where that is waited for: not the same and not new data alone, and its time at the latest', () => {
    const snooze = { event: 'score_rises', scoreSeen: 40 } as const;
    expect(put({ snooze, isUpdated: true })).toBeNull();
    expect(put({ snooze, isUpdated: true, score: 39 })).toBeNull();
    expect(put({ snooze, isUpdated: true, score: 41 })).toBe('score_rises');
    expect(put({ snooze, isUpdated: true, until: NOW })).toBe('time');
    expect(of({}, { event: 'score_rises', until: null })).toBe('snooze.past');
    expect(of({}, { event: 'score_rises', until: inHours(11) })).toBe('snooze.past_arrival');
    expect(of({}, { event: 'score_rises' })).toEqual(inHours(2));
  });
});
