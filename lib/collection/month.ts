import { addDays, parseDay } from '@/lib/kernel/dates';

/** The month of a day, `YYYY-MM`. */
export const monthOf = (day: string): string => day.slice(0, 7);

/** Reads `YYYY-MM`; null for anything else. */
export function parseMonth(text: string): string | null {
  return /^\d{4}-\d{2}$/.test(text) && parseDay(`${text}-01`) !== null ? text : null;
}

export const firstDayOf = (month: string): string => `${month}-01`;
/** A month never has more than 31 days, so the 32nd day from its first lies in the next. */
export const monthAfter = (month: string): string => monthOf(addDays(firstDayOf(month), 31));
export const monthBefore = (month: string): string => monthOf(addDays(firstDayOf(month), -1));
export const lastDayOf = (month: string): string => addDays(firstDayOf(monthAfter(month)), -1);

/** Day by which the charges of a month are paid: the sixteenth of the next (Regulation (EU) No 952/2013, Article 111(6)(b)). */
export const dueDayOf = (month: string): string => `${monthAfter(month)}-16`;
