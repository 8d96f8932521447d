import { addDays, DAY_MS, dayOf } from '@/lib/kernel/dates';
import type { Random } from '@/lib/kernel/prng';

// Orders by hour of the day in the Olist data set of Brazilian e-commerce, as quoted in its published analyses.
const ORDERS_BY_HOUR = [
  2394, 1170, 510, 272, 206, 188, 502, 1231, 2967, 4785, 6177, 6578, 5995, 6518, 6569, 6454, 6675, 6150, 5769, 5982,
  6193, 6217, 5816, 4123,
] as const;

// Weekday shape after Korea Customs' synthetic e-commerce declarations (MIT), softened: platforms also send at weekends.
const BY_WEEKDAY = [0.55, 1.25, 1.12, 1.06, 1.06, 1.1, 0.68] as const;

/** One calendar day of the window and its share of the stream; `until` is the fraction of the day that belongs to it. */
export type DemoDay = { readonly day: string; readonly weight: number; readonly until: number };

const HOUR_SUMS = ORDERS_BY_HOUR.map((_, hour) =>
  ORDERS_BY_HOUR.slice(0, hour + 1).reduce((sum, count) => sum + count, 0),
);
const HOUR_TOTAL = HOUR_SUMS.at(-1) ?? 1;

/** Share of a day's orders placed before this fraction of it has passed. */
function placedBefore(fraction: number): number {
  const hour = Math.min(23, Math.floor(fraction * 24));
  const within = fraction * 24 - hour;
  return ((HOUR_SUMS[hour - 1] ?? 0) + within * (ORDERS_BY_HOUR[hour] ?? 0)) / HOUR_TOTAL;
}

/** Peak of `height` on a day of the year that fades over about `width` days. */
function peak(day: string, at: string, height: number, width: number): number {
  const distance = (Date.parse(day) - Date.parse(at)) / DAY_MS / width;
  return height * Math.exp(-distance * distance);
}

/** The fourth Friday of November: the day after the fourth Thursday. */
function blackFriday(year: string): string {
  const weekday = new Date(`${year}-11-01T00:00:00Z`).getUTCDay();
  return addDays(`${year}-11-01`, ((4 - weekday + 7) % 7) + 22);
}

/** How much more is sent on this day than on an ordinary one: shopping days and the return to school. */
function season(day: string): number {
  const year = day.slice(0, 4);
  return (
    1 +
    peak(day, `${year}-08-27`, 0.55, 4) +
    peak(day, `${year}-11-12`, 1.3, 2.5) +
    peak(day, addDays(blackFriday(year), 1), 1.2, 2.5) +
    peak(day, `${year}-12-12`, 0.5, 6)
  );
}

/** The days of a window that ends at an instant, oldest first. Volume grows by about an eighth in 90 days. */
export function demoDays(endAt: Date, days: number): DemoDay[] {
  const last = dayOf(endAt);
  const elapsed = (endAt.getTime() - Date.parse(`${last}T00:00:00Z`)) / DAY_MS;
  return Array.from({ length: days }, (_, index) => {
    const day = addDays(last, index - days + 1);
    const until = index === days - 1 ? Math.max(elapsed, 1 / 1440) : 1;
    const weekday = BY_WEEKDAY[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? 1;
    const growth = Math.exp((0.0013 * index * 90) / Math.max(days, 90));
    return { day, until, weight: weekday * season(day) * growth * placedBefore(until) };
  });
}

/** Instants on a day at which data come in, in order: by the hours at which people order, none after the end of the window. */
export function instantsOn(random: Random, day: DemoDay, count: number): Date[] {
  const start = Date.parse(`${day.day}T00:00:00Z`);
  const bound = placedBefore(day.until);
  const instants = Array.from({ length: count }, () => {
    const target = random() * bound * HOUR_TOTAL;
    const hour = HOUR_SUMS.findIndex((sum) => sum > target);
    const within = (target - (HOUR_SUMS[hour - 1] ?? 0)) / (ORDERS_BY_HOUR[hour] ?? 1);
    const offset = Math.min(((hour + within) / 24) * DAY_MS, day.until * DAY_MS);
    return start + Math.floor(offset / 1000) * 1000;
  });
  return instants.sort((a, b) => a - b).map((instant) => new Date(instant));
}
