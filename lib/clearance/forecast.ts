/** Hours over which the pace of work is taken: short enough to be of this shift, long enough to hold a truck and a break. */
export const PACE_HOURS = 2;
/** Hours of the day at which shifts end, UTC. */
export const SHIFT_ENDS = [6, 14, 22] as const;
const HOUR_MS = 3_600_000;

/** When the shift that runs now ends. */
export function shiftEnd(at: Date): Date {
  const midnight = Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate());
  const ends = [...SHIFT_ENDS, 24 + SHIFT_ENDS[0]].map((hour) => midnight + hour * HOUR_MS);
  return new Date(ends.find((end) => end > at.getTime()) ?? midnight + 30 * HOUR_MS);
}

export type Pace = {
  readonly open: number;
  /** That came to officers, and that officers finished, within the last `PACE_HOURS`. */
  readonly came: number;
  readonly decided: number;
};

/**
 * How many will be open at the end of the shift if work comes and is finished as in the last hours; never below none. A straight line on
 * purpose: who reads it can check it in the head.
 */
export function forecastOpen({ open, came, decided }: Pace, at: Date, end: Date): number {
  const hours = Math.max(0, end.getTime() - at.getTime()) / HOUR_MS;
  return Math.max(0, Math.round(open + ((came - decided) / PACE_HOURS) * hours));
}

/** Why a consignment is open past the release-time target: what stands in its way now, the first that holds. */
export const BREACH_CAUSES = [
  'partner',
  'hold',
  'examination',
  'second',
  'put_off',
  'claimed',
  'passed_on',
  'nobody',
] as const;
export type BreachCause = (typeof BREACH_CAUSES)[number];
