import { type Urgency, urgencyOf } from '@/lib/clearance/urgency';

const MINUTE_MS = 60_000;

export type TimeLeft = {
  readonly urgency: Urgency;
  /** Whole units of the distance, largest first; at most two of them are not zero. */
  readonly days: number;
  readonly hours: number;
  readonly minutes: number;
};

/** The distance from `nowMs` to `dueMs` (epoch milliseconds) in the two largest units, rounded down; late counts from due. */
export function timeLeft(dueMs: number, nowMs: number): TimeLeft {
  const distance = dueMs - nowMs;
  const total = Math.floor(Math.abs(distance) / MINUTE_MS);
  const days = Math.floor(total / 1440);
  const hours = Math.floor((total % 1440) / 60);
  return { urgency: urgencyOf(distance), days, hours, minutes: days > 0 ? 0 : total % 60 };
}
