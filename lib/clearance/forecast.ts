/** Hours over which the pace of work is taken: short enough to be of this shift, long enough to hold a truck and a break. */
export const PACE_HOURS = 2;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

type ShiftEnds = { readonly usual: readonly string[]; readonly byOffice: ReadonlyMap<string, readonly string[]> };

/** When the shift that runs now in an office ends, by the ends of the day in `HH:MM` UTC. @throws RangeError where there are none */
export function shiftEnd({ usual, byOffice }: ShiftEnds, officeId: string, at: Date): Date {
  const midnight = Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate());
  const today = (byOffice.get(officeId) ?? usual).map((end) => {
    const [hours = 0, minutes = 0] = end.split(':').map(Number);
    return midnight + hours * HOUR_MS + minutes * 60_000;
  });
  if (today.length === 0) throw new RangeError('a day without an end of a shift');
  return new Date(Math.min(...[...today, ...today.map((end) => end + DAY_MS)].filter((end) => end > at.getTime())));
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
