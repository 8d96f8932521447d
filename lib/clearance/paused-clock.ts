import { isOpen, type Status } from './transitions';

/** Why nobody at customs is late: the goods stay until it is decided what becomes of them, or the partner owes an answer. */
export type Pause = 'kept' | 'partner';

/** What stops the time to act; null while it runs. Detained and refused goods leave with nobody; a question waits for the partner. */
export function pausedBy(standing: { readonly status: Status; readonly openReferrals: number }): Pause | null {
  if (!isOpen(standing.status)) return 'kept';
  return standing.openReferrals > 0 ? 'partner' : null;
}
