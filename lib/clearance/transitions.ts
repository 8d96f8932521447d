import type { Reason } from '@/lib/kernel/problem';

/** Where a consignment stands. Holds and referrals are axes of their own: released = decision release and no open hold. */
export const STATUSES = ['selected', 'examination', 'awaiting_second', 'released', 'seized', 'withdrawn'] as const;
export type Status = (typeof STATUSES)[number];

/** Statuses in which somebody still has to act. */
export const OPEN_STATUSES = ['selected', 'examination', 'awaiting_second'] as const satisfies readonly Status[];

type Transition = {
  readonly from: readonly Status[];
  readonly to: Status | 'same';
  /** What the act does to the officer's claim. `take`: claims a free consignment first. `end`: others may go on. */
  readonly claim: 'take' | 'end' | 'leave';
};

/** The whole machine: every act, the statuses it is possible in, the one it leads to. */
export const TRANSITIONS = {
  claim: { from: ['selected'], to: 'same', claim: 'take' },
  skip: { from: ['selected'], to: 'same', claim: 'end' },
  snooze: { from: ['selected'], to: 'same', claim: 'end' },
  hold: { from: OPEN_STATUSES, to: 'same', claim: 'leave' },
  lift: { from: OPEN_STATUSES, to: 'same', claim: 'leave' },
  answer_hold: { from: OPEN_STATUSES, to: 'same', claim: 'leave' },
  refer: { from: ['selected'], to: 'same', claim: 'end' },
  answer: { from: OPEN_STATUSES, to: 'same', claim: 'leave' },
  examine: { from: ['selected'], to: 'examination', claim: 'end' },
  record_result: { from: ['examination'], to: 'selected', claim: 'take' },
  state_duty: { from: ['selected'], to: 'same', claim: 'take' },
  release: { from: ['selected'], to: 'released', claim: 'end' },
  release_with_correction: { from: ['selected'], to: 'released', claim: 'end' },
  propose_seizure: { from: ['selected'], to: 'awaiting_second', claim: 'end' },
  confirm_seizure: { from: ['awaiting_second'], to: 'seized', claim: 'end' },
  reject_seizure: { from: ['awaiting_second'], to: 'selected', claim: 'end' },
  withdraw_seizure: { from: ['awaiting_second'], to: 'selected', claim: 'take' },
  undo_release: { from: ['released'], to: 'selected', claim: 'take' },
  withdraw: { from: ['selected', 'released'], to: 'withdrawn', claim: 'end' },
  // New data brings a withdrawn consignment back; nothing else does.
  release_by_lane: { from: ['selected', 'withdrawn'], to: 'released', claim: 'end' },
  reselect: { from: ['released', 'withdrawn'], to: 'selected', claim: 'end' },
} as const satisfies Record<string, Transition>;
export type Act = keyof typeof TRANSITIONS;

/** The answer of every decision: what follows, or every reason why not. */
export type Decision<T> = ({ readonly ok: true } & T) | { readonly ok: false; readonly reasons: readonly Reason[] };

/** Whether an act is possible where the consignment stands, and where it leads. Refusal: `status.<where it stands>`. */
export function nextStatus(act: Act, status: Status): Decision<{ next: Status }> {
  const transition: Transition = TRANSITIONS[act];
  if (!transition.from.includes(status)) return { ok: false, reasons: [{ code: `status.${status}` }] };
  return { ok: true, next: transition.to === 'same' ? status : transition.to };
}

/** What the act does to the claim where the consignment stands: a hold on a selected one is a first action and claims it. */
export function claimEffect(act: Act, status: Status): Transition['claim'] {
  if ((act === 'hold' || act === 'lift') && status === 'selected') return 'take';
  return TRANSITIONS[act].claim;
}
