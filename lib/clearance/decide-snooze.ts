import type { SnoozeEvent, SnoozeReason } from './reasons';
import type { Decision, Status } from './transitions';
import { nextStatus } from './transitions';

const HOUR_MS = 3_600_000;
/** The longest a consignment is put off, hours. One whose time to act is over is put off for a shift at most. */
const SNOOZE_HOURS_MAX = 7 * 24;
const SNOOZE_HOURS_MAX_LATE = 8;

/** A consignment put off, as its row keeps it until somebody decides. Stored JSON: add, never rename. `until` is an ISO instant. */
export type Snooze = {
  readonly by: string;
  readonly byName: string;
  readonly until: string;
  readonly event: SnoozeEvent;
  readonly reason: SnoozeReason;
  readonly note: string | null;
  /** Where a higher score brings it back: the score it had. */
  readonly scoreSeen?: number;
};

export type SnoozeFacts = {
  readonly status: Status;
  readonly openReferrals: number;
  readonly actByAt: Date;
};

/** What to wait for; `until` is asked for a time, and for a score that may never rise. */
export type SnoozeWish = {
  readonly event: SnoozeEvent;
  readonly until: Date | null;
  readonly reason: SnoozeReason;
  readonly note: string | null;
};

/**
 * Until when a consignment may be put off. Never past its time to act: what is put off comes back while something can be done. New
 * data bring it back whatever it waits for, so that waiting for them is bounded by the same instant. A score is waited for until a time
 * the officer names: data that do not raise it leave the consignment put off.
 */
export function decideSnooze(facts: SnoozeFacts, wish: SnoozeWish, at: Date): Decision<{ until: Date }> {
  const standing = nextStatus('snooze', facts.status);
  if (!standing.ok) return standing;
  if (facts.openReferrals > 0) return { ok: false, reasons: [{ code: 'snooze.waits_already' }] };
  if (wish.reason === 'other' && !wish.note) {
    return { ok: false, reasons: [{ code: 'snooze.note_required', pointer: 'note' }] };
  }
  const isLate = facts.actByAt <= at;
  const hours = isLate ? SNOOZE_HOURS_MAX_LATE : SNOOZE_HOURS_MAX;
  const furthest = new Date(at.getTime() + hours * HOUR_MS);
  if (wish.event === 'arrival') {
    if (isLate) return { ok: false, reasons: [{ code: 'snooze.arrived', pointer: 'event' }] };
    return { ok: true, until: earlier(facts.actByAt, furthest) };
  }
  if (wish.event === 'new_data') return { ok: true, until: isLate ? furthest : earlier(facts.actByAt, furthest) };
  if (!wish.until || wish.until <= at) return { ok: false, reasons: [{ code: 'snooze.past', pointer: 'until' }] };
  if (!isLate && wish.until > facts.actByAt) {
    const params = { at: facts.actByAt.getTime() };
    return { ok: false, reasons: [{ code: 'snooze.past_arrival', pointer: 'until', params }] };
  }
  if (wish.until > furthest) {
    return { ok: false, reasons: [{ code: 'snooze.too_long', pointer: 'until', params: { hours } }] };
  }
  return { ok: true, until: wish.until };
}

/** What brings back what is put off, now; null while it waits on. `isUpdated`: new data came since. */
export function wakenBy(
  {
    snooze,
    until,
    score,
    isUpdated,
  }: {
    readonly snooze: Pick<Snooze, 'event' | 'scoreSeen'> | null;
    readonly until: Date;
    readonly score: number;
    readonly isUpdated: boolean;
  },
  at: Date,
): SnoozeEvent | null {
  if (snooze?.event === 'score_rises') {
    if (isUpdated && score > (snooze.scoreSeen ?? 0)) return 'score_rises';
    return until <= at ? 'time' : null;
  }
  if (isUpdated) return 'new_data';
  if (until > at) return null;
  return snooze?.event === 'arrival' ? 'arrival' : 'time';
}

const earlier = (one: Date, other: Date) => (one < other ? one : other);
