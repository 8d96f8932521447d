import { CHANGED_KINDS, type ChangedKind } from './change';

/** Lists of thousands, with a page of their own. */
const LISTS = ['duty_rate', 'exchange_rate'] as const satisfies readonly ChangedKind[];

/** Kinds the book of the policy shows row by row: all that people change but the lists. */
export type ShownKind = Exclude<ChangedKind, (typeof LISTS)[number]>;
export const SHOWN_KINDS: readonly ShownKind[] = CHANGED_KINDS.filter(
  (kind): kind is ShownKind => !LISTS.some((list) => list === kind),
);
