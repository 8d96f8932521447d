import { dayOf } from '@/lib/kernel/dates';

/** The day a page is asked for. */
export function today(): string {
  return dayOf(new Date());
}
