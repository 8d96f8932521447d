/** Where a counterpart stands. Proposed: waits for a second person, who heard the fingerprint of its key from it. */
export const COUNTERPART_STATES = ['proposed', 'approved', 'refused', 'ended'] as const;
export type CounterpartState = (typeof COUNTERPART_STATES)[number];

export const DIRECTIONS = ['sent', 'received'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/**
 * Where a package stands. Ours: prepared, approved and signed by a second person, sent once its file was fetched; refused or withdrawn.
 * Of others: checked when it came in, then taken over or refused; withdrawn ends what was taken over.
 */
export const EXCHANGE_STATES = [
  'prepared',
  'approved',
  'sent',
  'checked',
  'taken_over',
  'refused',
  'withdrawn',
] as const;
export type ExchangeState = (typeof EXCHANGE_STATES)[number];

/** Where an item that was received stands: not decided, taken over, or left. */
export const ITEM_STATES = ['open', 'taken', 'left'] as const;
export type ItemState = (typeof ITEM_STATES)[number];

/** Where a matching stands. */
export const MATCH_STATES = ['waiting', 'done', 'failed'] as const;
export type MatchState = (typeof MATCH_STATES)[number];

/** Whether a counterpart may exchange on a day. */
export function isInForce(
  { state, validFrom, validTo }: { state: CounterpartState; validFrom: string; validTo: string },
  day: string,
): boolean {
  return state === 'approved' && validFrom <= day && day < validTo;
}

/** Where a package stands on a day: what is open or acts after its last day has expired. */
export function shownState({ state, expiresOn }: { state: ExchangeState; expiresOn: string }, day: string) {
  return expiresOn < day && state !== 'refused' && state !== 'withdrawn' ? ('expired' as const) : state;
}
