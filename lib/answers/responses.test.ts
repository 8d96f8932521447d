import { describe, expect, it } from 'vitest';
import type { EventKind } from '@/lib/clearance/events';
import { type ResponseFacts, responsesOf, type TimelineEvent } from './responses';

const START = new Date('2026-11-02T10:00:00Z');
const instantAfter = (minutes: number) => new Date(START.getTime() + minutes * 60_000);
const event = (minutes: number, kind: EventKind, values: TimelineEvent['values'] = {}): TimelineEvent => ({
  eventId: `event-${minutes}-${kind}-${values.version ?? ''}`,
  at: instantAfter(minutes),
  kind,
  values,
});
const facts = (events: readonly TimelineEvent[], changes: Partial<ResponseFacts> = {}): ResponseFacts => ({
  consignmentId: 'c',
  events,
  refused: [],
  transmittedAt: null,
  undoMinutes: 15,
  ...changes,
});
const kindsAt = (given: ResponseFacts, minutes: number) =>
  responsesOf(given, instantAfter(minutes)).map(({ kind, version }) => `${kind} ${version}`);

describe('the answers about a consignment', () => {
  it('are acceptance, charges, release and clearance where the lane releases', () => {
    expect(kindsAt(facts([event(0, 'released_by_lane', { version: 1, lane: 'green' })]), 0)).toEqual([
      'accepted 1',
      'tax 1',
      'released 1',
      'cleared 1',
    ]);
  });

  it('say control, questions and holds as they come, and an officer’s release once it is final', () => {
    const events = [
      event(0, 'selected', { version: 1 }),
      event(1, 'claimed'),
      event(2, 'referred', { type: 'documents' }),
      event(30, 'answered', { type: 'documents' }),
      event(31, 'hold_placed', { ground: 'value_doubt' }),
      event(32, 'hold_lifted', { ground: 'value_doubt' }),
      event(33, 'examination_ordered', { kind: 'physical' }),
      event(40, 'result_recorded', { resultCode: 'conform' }),
      event(41, 'released', { kind: 'release' }),
    ];
    const before = ['accepted 1', 'tax 1', 'control 1', 'question 1', 'answer_received 1', 'held 1', 'hold_lifted 1'];
    expect(kindsAt(facts(events), 56)).toEqual(before);
    expect(kindsAt(facts(events), 57)).toEqual([...before, 'released 1', 'cleared 1']);
    expect(kindsAt(facts(events, { transmittedAt: instantAfter(42) }), 42)).toEqual([
      ...before,
      'released 1',
      'cleared 1',
    ]);
  });

  it('say that the goods wait for their payment, at once where the lane lets them go, and release them once it came', () => {
    const byLane = [event(0, 'payment_awaited', { version: 1, lane: 'green' }), event(30, 'payment_settled')];
    expect(kindsAt(facts(byLane), 0)).toEqual(['accepted 1', 'tax 1', 'payment_awaited 1']);
    expect(kindsAt(facts(byLane), 30).slice(3)).toEqual(['released 1', 'cleared 1']);
    const byOfficer = [event(0, 'selected', { version: 1 }), event(5, 'payment_awaited', { kind: 'release' })];
    expect(kindsAt(facts(byOfficer), 20)).not.toContain('payment_awaited 1');
    expect(kindsAt(facts(byOfficer), 21)).toContain('payment_awaited 1');
  });

  it('never tell a decision that was taken back', () => {
    const events = [
      event(0, 'selected', { version: 1 }),
      event(1, 'released', { kind: 'release' }),
      event(2, 'undone', { kind: 'release' }),
      event(3, 'seizure_proposed'),
      event(4, 'undone', { kind: 'seize' }),
      event(5, 'released', { kind: 'release_with_correction' }),
    ];
    expect(kindsAt(facts(events), 60)).toEqual([
      'accepted 1',
      'tax 1',
      'control 1',
      'correction 1',
      'tax 1',
      'released 1',
      'cleared 1',
    ]);
  });

  it('tell two versions of one submission in their order, and what the later one changed', () => {
    const events = [event(0, 'reselected', { version: 2 }), event(0, 'released_by_lane', { version: 1 })];
    expect(kindsAt(facts(events), 0)).toEqual([
      'accepted 1',
      'tax 1',
      'released 1',
      'cleared 1',
      'amended 2',
      'tax 2',
      'control 2',
    ]);
  });

  it('tell a withdrawal, and what is lodged again after it as accepted anew', () => {
    const events = [
      event(0, 'selected', { version: 1 }),
      event(5, 'withdrawn', { version: 1, way: 'message', by: 'partner' }),
      event(9, 'reselected', { version: 2 }),
      event(12, 'updated', { version: 3 }),
    ];
    expect(kindsAt(facts(events, { transmittedAt: instantAfter(5) }), 12)).toEqual([
      'accepted 1',
      'tax 1',
      'control 1',
      'withdrawn 1',
      'accepted 2',
      'tax 2',
      'control 2',
      'amended 3',
      'tax 3',
    ]);
  });

  it('tell what one submission lodged, cancelled and lodged again in that order, though it all happened at once', () => {
    const events = [
      event(0, 'withdrawn', { version: 1 }),
      event(0, 'released_by_lane', { version: 2 }),
      event(0, 'updated', { version: 1 }),
    ];
    expect(kindsAt(facts(events), 0)).toEqual([
      'accepted 1',
      'tax 1',
      'withdrawn 1',
      'accepted 2',
      'tax 2',
      'released 2',
      'cleared 2',
    ]);
  });

  it('keep their place and their id as more are told', () => {
    const events = [event(0, 'selected', { version: 1 }), event(5, 'released'), event(10, 'updated', { version: 2 })];
    const early = responsesOf(facts(events), instantAfter(12));
    const late = responsesOf(facts(events), instantAfter(60));
    expect(late.slice(0, early.length)).toEqual(early);
    expect(late.at(-1)?.kind).toBe('cleared');
    expect(new Set(late.map(({ id }) => id)).size).toBe(late.length);
  });

  it('tell a refused record where there is no consignment at all', () => {
    const record = { submissionId: 's', recordNumber: 4, at: START };
    expect(kindsAt(facts([], { refused: [record] }), 0)).toEqual(['rejected 1']);
  });
});
