import type { EventKind } from '@/lib/clearance/events';

/** What a partner can be told of by web-hook. Stored with subscriptions and read by partners' programs: add, never rename. */
export const SUBSCRIBABLE_KINDS = [
  'accepted',
  'updated',
  'under_control',
  'question_asked',
  'question_answered',
  'question_withdrawn',
  'held',
  'hold_lifted',
  'released',
  'seized',
  'detained',
  'refused',
  'returned',
  're_exported',
  'abandoned',
  'destroyed',
  'withdrawn',
  'payment_awaited',
  'submission_finished',
  'statistics_published',
] as const;
export type SubscribableKind = (typeof SUBSCRIBABLE_KINDS)[number];

/** Kinds as they are stored: each once, in the order of the list. */
export function orderedKinds(given: readonly SubscribableKind[]): SubscribableKind[] {
  return SUBSCRIBABLE_KINDS.filter((kind) => given.includes(kind));
}

/** The same, and the test that somebody asks for by hand. */
export const TOLD_KINDS = [...SUBSCRIBABLE_KINDS, 'test'] as const;
export type ToldKind = (typeof TOLD_KINDS)[number];

/** waiting: to be sent, or to be tried again; dead: given up after a day; cancelled: nobody is to be told any more. */
export const DELIVERY_STATES = ['waiting', 'delivered', 'dead', 'cancelled'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** Decisions an officer may take back for some minutes: they are told when that time is over. */
export const WITHHELD_KINDS = [
  'released',
  'payment_awaited',
  'seized',
  'detained',
  'refused',
  'returned',
  're_exported',
  'abandoned',
  'destroyed',
] as const satisfies readonly ToldKind[];

/**
 * What a line of the timeline tells the partner, in order; nothing for what goes on inside customs. `isWithheld`: an officer
 * decided, so it is told when it can no longer be taken back.
 */
export function toldOf(event: EventKind, version: number | null): readonly Told[] {
  const received: Told = { kind: version !== null && version > 1 ? 'updated' : 'accepted', isWithheld: false };
  switch (event) {
    case 'selected':
    case 'reselected':
      return [received, { kind: 'under_control', isWithheld: false }];
    case 'released_by_lane':
      return [received, { kind: 'released', isWithheld: false }];
    // By its lane it is told at once; what an officer decided, when it can no longer be taken back.
    case 'payment_awaited':
      return version === null
        ? [{ kind: 'payment_awaited', isWithheld: true }]
        : [received, { kind: 'payment_awaited', isWithheld: false }];
    case 'payment_settled':
      return [{ kind: 'released', isWithheld: false }];
    // Two decided it after what it takes back was told: nobody undoes it.
    case 'decision_reversed':
    case 'given_slot':
      return [{ kind: 'under_control', isWithheld: false }];
    case 'gave_way':
      return [{ kind: 'released', isWithheld: false }];
    case 'updated':
      return [received];
    case 'released':
      return [{ kind: 'released', isWithheld: true }];
    case 'seizure_confirmed':
      return [{ kind: 'seized', isWithheld: true }];
    case 'entry_refused':
      return [{ kind: 'refused', isWithheld: true }];
    case 'detained':
    case 'returned':
    case 're_exported':
    case 'abandoned':
    case 'destroyed':
      return [{ kind: event, isWithheld: true }];
    // Told no earlier than the detention it ends.
    case 'detention_ended':
      return [{ kind: 'under_control', isWithheld: true }];
    case 'withdrawn':
      return [{ kind: 'withdrawn', isWithheld: false }];
    case 'hold_placed':
      return [{ kind: 'held', isWithheld: false }];
    case 'hold_lifted':
      return [{ kind: 'hold_lifted', isWithheld: false }];
    case 'referred':
      return [{ kind: 'question_asked', isWithheld: false }];
    case 'answered':
      return [{ kind: 'question_answered', isWithheld: false }];
    // Either way the partner need not answer any more.
    case 'referral_withdrawn':
    case 'referral_unanswered':
      return [{ kind: 'question_withdrawn', isWithheld: false }];
    default:
      return [];
  }
}

/** Changes told of one line of the timeline, at most. */
export const TOLD_OF_ONE_MAX = 2;

export type Told = { readonly kind: SubscribableKind; readonly isWithheld: boolean };
