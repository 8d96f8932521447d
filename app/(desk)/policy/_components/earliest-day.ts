import { addDays, dayOf } from '@/lib/kernel/dates';

/** The earliest day a change of the policy may begin: what was decided today stays as it is. */
export function earliestDay(): string {
  return addDays(dayOf(new Date()), 1);
}
