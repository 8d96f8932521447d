/** As far as what waits in an office is counted beside its name; where it is reached, more may wait. */
export const WAITING_COUNTED = 500;

/** The values of a text that tells how much waits: the count, and whether more may wait than was counted. */
export function waitingValues(count: number): { count: number; more: 'yes' | 'no' } {
  return { count, more: count >= WAITING_COUNTED ? 'yes' : 'no' };
}
