import type { DecisionKind } from '@/lib/consignment/codes';
import type { Permission } from '@/lib/identity/permissions';
import type { Reason } from '@/lib/kernel/problem';

/** Where a consignment stands. Holds and referrals are axes of their own: released = decision release and no open hold. */
export const STATUSES = [
  'selected',
  'examination',
  'awaiting_second',
  'awaiting_payment',
  'detained',
  'refused',
  'released',
  'seized',
  'returned',
  're_exported',
  'abandoned',
  'destroyed',
  'withdrawn',
] as const;
export type Status = (typeof STATUSES)[number];

/** Statuses of the queue: the time to act runs. */
export const OPEN_STATUSES = ['selected', 'examination', 'awaiting_second'] as const satisfies readonly Status[];
/** Statuses that are no outcome yet, as statistics count them: what waits for its payment has not left. */
export const WITHOUT_OUTCOME = [...OPEN_STATUSES, 'awaiting_payment'] as const satisfies readonly Status[];
/** Goods customs keeps until somebody decides what becomes of them. */
export const KEPT_STATUSES = ['detained', 'refused'] as const satisfies readonly Status[];

export type OpenStatus = (typeof OPEN_STATUSES)[number];

const isOneOf = (list: readonly Status[], status: Status) => list.includes(status);
export const isOpen = (status: Status): status is OpenStatus => isOneOf(OPEN_STATUSES, status);
export const isWithoutOutcome = (status: Status): status is (typeof WITHOUT_OUTCOME)[number] =>
  isOneOf(WITHOUT_OUTCOME, status);
const LET_GO = ['awaiting_payment', 'released'] as const satisfies readonly Status[];
/** Whether it may leave: it left, or waits to be paid or covered. */
export const isLetGo = (status: Status): status is (typeof LET_GO)[number] => isOneOf(LET_GO, status);
/** Whether it may leave by the next act: nothing that is kept, taken or gone. */
export const mayComeToLeave = (status: Status) => isOpen(status) || status === 'awaiting_payment';
/** Whether customs decided, or the lane released it. */
export const isDecided = (status: Status) => !isOpen(status) && status !== 'withdrawn';

type Transition = {
  readonly from: readonly Status[];
  /** `proposed`: where the proposal leads; `before`: where it stood before it, or before the decision that is taken back. */
  readonly to: Status | 'same' | 'proposed' | 'before';
  /** What the act does to the officer's claim. `take`: claims a free consignment first. `end`: others may go on. */
  readonly claim: 'take' | 'end' | 'leave';
  /** Who may do it. */
  readonly by: Permission;
};

const STANDING = [...OPEN_STATUSES, 'awaiting_payment', ...KEPT_STATUSES] as const;
/** Where goods, or a part of them, are in the custody of customs. */
const CUSTODY = ['awaiting_second', ...KEPT_STATUSES, 'seized', 'abandoned'] as const;
/** Everywhere but where only new data bring it back. */
const PRESENT = STATUSES.filter((status) => status !== 'withdrawn');
const DISPOSED = ['returned', 're_exported', 'abandoned'] as const;
/** Where a consignment is one that customs has. */
const LODGED = [...STANDING, 'released', 'seized', ...DISPOSED, 'destroyed'] as const;

/**
 * The whole machine: every act, the statuses it is possible in, the one it leads to, and who may do it. A decision for which the policy
 * asks for a second officer (`second-officer.ts`) leads to `awaiting_second` first.
 */
export const TRANSITIONS = {
  claim: { from: ['selected'], to: 'same', claim: 'take', by: 'clearance.claim' },
  skip: { from: ['selected'], to: 'same', claim: 'end', by: 'clearance.claim' },
  snooze: { from: ['selected'], to: 'same', claim: 'end', by: 'clearance.claim' },
  transfer: { from: ['selected'], to: 'same', claim: 'end', by: 'clearance.transfer' },
  hold: { from: [...OPEN_STATUSES, 'awaiting_payment'], to: 'same', claim: 'leave', by: 'clearance.hold' },
  lift: { from: STANDING, to: 'same', claim: 'leave', by: 'clearance.lift' },
  answer_hold: { from: STANDING, to: 'same', claim: 'leave', by: 'agency.answer' },
  refer: { from: ['selected'], to: 'same', claim: 'end', by: 'clearance.refer' },
  // Of what is audited after its release, too.
  answer: { from: [...STANDING, 'released'], to: 'same', claim: 'leave', by: 'clearance.answer' },
  withdraw_referral: { from: [...STANDING, 'released'], to: 'same', claim: 'leave', by: 'clearance.refer' },
  // Words for colleagues decide nothing.
  comment: { from: PRESENT, to: 'same', claim: 'leave', by: 'clearance.comment' },
  // Evidence comes when it comes: after a decision for an appeal or a later audit.
  attach: { from: PRESENT, to: 'same', claim: 'leave', by: 'consignment.attach' },
  examine: { from: ['selected'], to: 'examination', claim: 'end', by: 'clearance.examine' },
  record_result: { from: ['examination'], to: 'selected', claim: 'take', by: 'clearance.record_result' },
  state_duty: { from: ['selected'], to: 'same', claim: 'take', by: 'clearance.state_duty' },
  release: { from: ['selected'], to: 'released', claim: 'end', by: 'clearance.release' },
  release_with_correction: { from: ['selected'], to: 'released', claim: 'end', by: 'clearance.release' },
  detain: { from: ['selected', 'awaiting_payment'], to: 'detained', claim: 'end', by: 'clearance.decide' },
  end_detention: { from: ['detained'], to: 'selected', claim: 'take', by: 'clearance.decide' },
  refuse: { from: ['selected', 'awaiting_payment', 'detained'], to: 'refused', claim: 'end', by: 'clearance.decide' },
  return: { from: KEPT_STATUSES, to: 'returned', claim: 'end', by: 'clearance.decide' },
  re_export: { from: KEPT_STATUSES, to: 're_exported', claim: 'end', by: 'clearance.decide' },
  abandon: { from: KEPT_STATUSES, to: 'abandoned', claim: 'end', by: 'clearance.decide' },
  seize: { from: ['selected', 'detained'], to: 'seized', claim: 'end', by: 'clearance.seize' },
  destroy: {
    from: [...KEPT_STATUSES, 'seized', 'abandoned'],
    to: 'destroyed',
    claim: 'end',
    by: 'clearance.decide',
  },
  // What was told can be taken back by nobody alone: two officers reverse it, and it is decided anew.
  reverse: {
    from: ['released', 'refused', 'seized', ...DISPOSED],
    to: 'selected',
    claim: 'end',
    by: 'clearance.decide',
  },
  // What left may be audited afterwards; the goods stay where they are.
  audit_select: { from: ['released'], to: 'same', claim: 'leave', by: 'clearance.post_audit' },
  audit_take: { from: ['released'], to: 'same', claim: 'leave', by: 'clearance.post_audit' },
  audit_ask: { from: ['released'], to: 'same', claim: 'leave', by: 'clearance.post_audit' },
  audit_result: { from: ['released'], to: 'same', claim: 'leave', by: 'clearance.post_audit' },
  record_exhibit: { from: CUSTODY, to: 'same', claim: 'leave', by: 'clearance.seize' },
  // What was taken may be handed back whatever became of the rest: its chain goes on.
  move_exhibit: { from: STATUSES, to: 'same', claim: 'leave', by: 'clearance.seize' },
  // Whatever became of the goods: what was decided and charged of them may be appealed.
  appeal: { from: LODGED, to: 'same', claim: 'leave', by: 'appeal.lodge' },
  decide_appeal: { from: LODGED, to: 'same', claim: 'leave', by: 'appeal.decide' },
  confirm: { from: ['awaiting_second'], to: 'proposed', claim: 'end', by: 'clearance.confirm' },
  reject: { from: ['awaiting_second'], to: 'before', claim: 'end', by: 'clearance.confirm' },
  withdraw_proposal: { from: ['awaiting_second'], to: 'before', claim: 'take', by: 'clearance.undo' },
  undo: {
    from: ['awaiting_payment', 'released', ...KEPT_STATUSES, ...DISPOSED],
    to: 'before',
    claim: 'take',
    by: 'clearance.undo',
  },
  withdraw: { from: ['selected', 'awaiting_payment', 'released'], to: 'withdrawn', claim: 'end', by: 'intake.undo' },
  // New data brings a withdrawn consignment back; nothing else does.
  release_by_lane: { from: ['selected', 'withdrawn'], to: 'released', claim: 'end', by: 'intake.process' },
  reselect: { from: ['awaiting_payment', 'released', 'withdrawn'], to: 'selected', claim: 'end', by: 'intake.process' },
  // A release of goods that are neither paid for nor covered; the lane comes to the same.
  await_payment: { from: ['selected'], to: 'awaiting_payment', claim: 'end', by: 'clearance.release' },
  // A release that waited for its payment, or for the guarantee of its account.
  settle_payment: { from: ['awaiting_payment'], to: 'released', claim: 'end', by: 'revenue.post' },
} as const satisfies Record<string, Transition> & Record<DecisionKind, Transition>;
export type Act = keyof typeof TRANSITIONS;

/** The answer of every decision: what follows, or every reason why not. */
export type Decision<T> = ({ readonly ok: true } & T) | { readonly ok: false; readonly reasons: readonly Reason[] };

/** Whether an act is possible where the consignment stands. Refusal: `status.<where it stands>`. */
export function possible(act: Act, status: Status): Decision<object> {
  const transition: Transition = TRANSITIONS[act];
  return isOneOf(transition.from, status) ? { ok: true } : { ok: false, reasons: [{ code: `status.${status}` }] };
}

/**
 * Whether an act is possible where the consignment stands, and where it leads. Refusal: `status.<where it stands>`.
 * @param aim where the proposal leads or the consignment stood before, for the acts that follow it
 */
export function nextStatus(act: Act, status: Status, aim?: Status): Decision<{ next: Status }> {
  const { to }: Transition = TRANSITIONS[act];
  const decision = possible(act, status);
  if (!decision.ok) return decision;
  if (to === 'same') return { ok: true, next: status };
  if (to !== 'proposed' && to !== 'before') return { ok: true, next: to };
  if (!aim) throw new Error(`${act} leads where it is told`);
  return { ok: true, next: aim };
}

/**
 * What the act does to the claim: a hold on a selected consignment is a first action and claims it; only what comes back to the queue
 * is claimed.
 */
export function claimEffect(act: Act, status: Status, next: Status): Transition['claim'] {
  if ((act === 'hold' || act === 'lift') && status === 'selected') return 'take';
  const { claim }: Transition = TRANSITIONS[act];
  return claim === 'take' && next !== 'selected' ? 'leave' : claim;
}
