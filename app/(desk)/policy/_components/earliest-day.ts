import { addDays, dayOf } from '@/lib/kernel/dates';

/** The day on which the page is asked for. */
export function thisDay(): string {
  return dayOf(new Date());
}

/** The earliest day a change of the policy may begin: what was decided today stays as it is. */
export function earliestDay(): string {
  return addDays(thisDay(), 1);
}
