import { addDays } from '@/lib/kernel/dates';

/** A calendar month as `YYYY-MM`. */
export const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** The day of the next month on which a month is frozen, so that late messages of its last days are in. */
export const FREEZE_DAY = 5;
/** The day of the next month on which a month is to be released, and the hour (UTC). */
export const RELEASE_DAY = 15;
export const RELEASE_HOUR = 9;
/** A month is looked at again for a revision as often as this, once a month. */
export const REVISED_MONTHS = 3;

/** First and last day of a month. */
export function daysOfMonth(month: string): { readonly from: string; readonly to: string } {
  return { from: `${month}-01`, to: addDays(`${monthAfter(month)}-01`, -1) };
}

/** The month so many months later; earlier when negative. */
export function monthAfter(month: string, months = 1): string {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + months;
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;
}

/** Months that are to be frozen on a day, the latest first: the one that closed, and those before it for a revision. */
export function monthsToFreeze(today: string): readonly string[] {
  const latest = monthAfter(today.slice(0, 7), Number(today.slice(8)) >= FREEZE_DAY ? -1 : -2);
  return Array.from({ length: REVISED_MONTHS + 1 }, (_, back) => monthAfter(latest, -back));
}

/** The last day, up to a day, on which months are frozen. */
export function lastFreezeDay(today: string): string {
  const day = String(FREEZE_DAY).padStart(2, '0');
  return `${today.slice(8) >= day ? today.slice(0, 7) : monthAfter(today.slice(0, 7), -1)}-${day}`;
}

/** When the calendar has a month released. */
export function plannedRelease(month: string): Date {
  const day = String(RELEASE_DAY).padStart(2, '0');
  return new Date(`${monthAfter(month)}-${day}T${String(RELEASE_HOUR).padStart(2, '0')}:00:00Z`);
}
