import type { Status } from './transitions';

/** What a partner is told: never in whose hands, lane or proceeding a consignment is. */
export type ToldStatus = 'released' | 'under_control' | 'seized' | 'withdrawn';

type Decided = { readonly status: Status; readonly decidedAt: Date | null; readonly transmittedAt: Date | null };

/** What a partner is told of a consignment, and until when the decision may still be taken back; null once it is final. */
export type Told = { readonly status: ToldStatus; readonly mayChangeUntil: Date | null };

/** The status a list shows, in the same word as the consignment's own page: a decision is final once it was told or its time is over. */
export function toldStatus({ status, decidedAt, transmittedAt }: Decided, undoMinutes: number, at: Date): Told {
  if (status === 'withdrawn') return { status, mayChangeUntil: null };
  if (status !== 'released' && status !== 'seized') return { status: 'under_control', mayChangeUntil: null };
  const until = transmittedAt === null && decidedAt !== null ? decidedAt.getTime() + undoMinutes * 60_000 : 0;
  return { status, mayChangeUntil: until < at.getTime() ? null : new Date(until) };
}
