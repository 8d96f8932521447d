import { isOpen, type OpenStatus, type Status } from './transitions';

/** What a partner is told: never in whose hands, lane or proceeding a consignment is. Partners' programs read these: add, never rename. */
export const TOLD_STATUSES = [
  'released',
  'under_control',
  'seized',
  'withdrawn',
  'detained',
  'refused',
  'returned',
  're_exported',
  'abandoned',
  'destroyed',
  'awaiting_payment',
] as const satisfies readonly (Exclude<Status, OpenStatus> | 'under_control')[];
export type ToldStatus = (typeof TOLD_STATUSES)[number];

/** Statuses under which nothing is owed. Partners' programs read these: add, never rename. */
export const NOT_DUE = [
  'seized',
  'withdrawn',
  'refused',
  'returned',
  're_exported',
  'abandoned',
  'destroyed',
] as const satisfies readonly ToldStatus[];
export type NotDue = (typeof NOT_DUE)[number];
export const isNotDue = (status: ToldStatus): status is NotDue => NOT_DUE.some((one) => one === status);

type Standing = { readonly status: Status; readonly proposedFrom: Status | null };
type Decided = Standing & { readonly decidedAt: Date | null; readonly transmittedAt: Date | null };

/** What a partner is told of a consignment, and until when the decision may still be taken back; null once it is final. */
export type Told = { readonly status: ToldStatus; readonly mayChangeUntil: Date | null };

/** The word a partner is told; of goods of which more is proposed, what was decided before. */
export function toldWord({ status, proposedFrom }: Standing): ToldStatus {
  const standing = status === 'awaiting_second' && proposedFrom ? proposedFrom : status;
  return isOpen(standing) ? 'under_control' : standing;
}

/** The status a list shows, in the same word as the consignment's own page: a decision is final once it was told or its time is over. */
export function toldStatus({ decidedAt, transmittedAt, ...standing }: Decided, undoMinutes: number, at: Date): Told {
  const status = toldWord(standing);
  if (status === 'withdrawn' || status === 'under_control') return { status, mayChangeUntil: null };
  const until = transmittedAt === null && decidedAt !== null ? decidedAt.getTime() + undoMinutes * 60_000 : 0;
  return { status, mayChangeUntil: until < at.getTime() ? null : new Date(until) };
}
