import { describe, expect, it } from 'vitest';
import { DECISION_KINDS } from '@/lib/consignment/codes';
import messages from '@/lib/messages/en/notice.json';
import { DECISION_GROUNDS } from './grounds';
import { isNoticed, lastDayOf, NOTICE_KINDS, noticeNumber, noticeOf } from './notice';

const appeal = { days: 30, remedy: 'a review', source: 'Act 1' };
const decision = {
  kind: 'refuse' as const,
  state: 'final' as const,
  ground: 'unsafe_goods',
  citation: null,
  decidedAt: '2026-11-02T23:30:00.000Z',
  secondAt: null,
  undoableUntil: null,
};

describe('noticeNumber', () => {
  it('counts the decisions on a consignment from the first, in whatever order they come', () => {
    const made = ['c', 'a', 'b'].map((decisionId, index) => ({ decisionId, decidedAt: `2026-11-0${3 - index}` }));
    expect(['a', 'b', 'c'].map((one) => noticeNumber('NX-1', made, one))).toEqual(['NX-1/2', 'NX-1/1', 'NX-1/3']);
  });
});

describe('noticeOf', () => {
  it('tells the ground, the provision, the remedy and its last day', () => {
    expect(noticeOf(decision, appeal)).toEqual({
      kind: 'refuse',
      ground: 'unsafe_goods',
      citation: 'Regulation (EU) 2019/1020, Article 28(1)',
      decidedOn: '2026-11-02',
      firmFrom: null,
      remedy: { words: 'a review', days: 30, until: '2026-12-02', source: 'Act 1' },
    });
  });

  it('counts from the day the second officer agreed', () => {
    const seconded = { ...decision, kind: 'seize' as const, secondAt: '2026-11-04T08:00:00.000Z' };
    expect(noticeOf(seconded, appeal)?.decidedOn).toBe('2026-11-04');
    expect(noticeOf(seconded, appeal)?.remedy?.until).toBe('2026-12-04');
  });

  it('keeps the provision that was kept with the decision', () => {
    expect(noticeOf({ ...decision, citation: 'Act 2, section 3' }, appeal)?.citation).toBe('Act 2, section 3');
  });

  it('says until when the decision may still be taken back', () => {
    const fresh = { ...decision, undoableUntil: '2026-11-02T23:45:00.000Z' };
    expect(noticeOf(fresh, appeal)?.firmFrom).toBe('2026-11-02T23:45:00.000Z');
  });

  it('names no remedy where the policy of the day has none', () => {
    expect(noticeOf(decision, null)?.remedy).toBeNull();
  });

  it.each(['proposed', 'rejected', 'undone'] as const)('is none while the decision is %s', (state) => {
    expect(noticeOf({ ...decision, state }, appeal)).toBeNull();
  });

  it('is none of what takes nothing from anybody', () => {
    const none = DECISION_KINDS.filter((kind) => !isNoticed(kind));
    expect(none).toEqual(['release', 'end_detention']);
    for (const kind of none) expect(noticeOf({ ...decision, kind }, appeal)).toBeNull();
  });

  it('has words for every decision and every ground', () => {
    for (const part of ['heading', 'what', 'next'] as const)
      expect(Object.keys(messages[part])).toEqual([...NOTICE_KINDS]);
    expect(Object.keys(messages.why).sort()).toEqual([...DECISION_GROUNDS].sort());
  });
});

describe('lastDayOf', () => {
  it.each([
    ['2026-11-02', 30, '2026-12-02'],
    // A Saturday and a Sunday give way to the Monday.
    ['2026-11-05', 30, '2026-12-07'],
    ['2026-11-06', 30, '2026-12-07'],
    ['2026-11-07', 30, '2026-12-07'],
    ['2028-01-30', 30, '2028-02-29'],
  ])('from %s, %i days: %s', (from, days, until) => {
    expect(lastDayOf(from, days)).toBe(until);
  });
});
