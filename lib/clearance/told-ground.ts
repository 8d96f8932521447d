import type { HoldGround } from './reasons';

/** Grounds that would warn whoever is suspected. */
const SUSPICIONS: readonly HoldGround[] = ['prohibition_check', 'denied_party_check', 'ipr_suspicion'];

/**
 * The ground of a hold as its partner is told it, in pages, answers, documents and web-hooks alike. A suspicion is told as `other`, the
 * same word as grounds that are none: a word of its own would give it away.
 */
export function toldGround(ground: string): string {
  return SUSPICIONS.some((suspicion) => suspicion === ground) ? 'other' : ground;
}

type Event = { readonly kind: string; readonly values: Readonly<Record<string, unknown>> };

/** What happened, as its partner is told it: the ground of a hold in the words for partners. */
export function toldEvent<E extends Event>(event: E): E {
  const { ground } = event.values;
  const isHold = event.kind === 'hold_placed' || event.kind === 'hold_lifted';
  return isHold && typeof ground === 'string'
    ? { ...event, values: { ...event.values, ground: toldGround(ground) } }
    : event;
}
