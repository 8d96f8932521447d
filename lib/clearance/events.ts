import type { DecisionKind } from '@/lib/consignment/codes';

/** What the timeline of a consignment can tell. Stored for years: add, never rename. */
export const EVENT_KINDS = [
  'received',
  'updated',
  'assessed',
  'selected',
  'released_by_lane',
  'reselected',
  'gave_way',
  'given_slot',
  'control_changed',
  'claimed',
  'given_back',
  'skipped',
  'snoozed',
  'snooze_over',
  'lease_expired',
  'reassigned',
  'transferred',
  'released',
  'payment_awaited',
  'payment_settled',
  'hold_placed',
  'hold_answered',
  'hold_lifted',
  'referred',
  'answered',
  'referral_withdrawn',
  'examination_ordered',
  'result_recorded',
  'duty_stated',
  'proposed',
  'proposal_rejected',
  'detained',
  'detention_ended',
  'entry_refused',
  'returned',
  're_exported',
  'abandoned',
  'seizure_confirmed',
  'destroyed',
  'decision_reversed',
  'exhibit_recorded',
  'exhibit_moved',
  // Told of proposals while seizures were the only ones.
  'seizure_proposed',
  'seizure_rejected',
  'appeal_lodged',
  'appeal_secured',
  'appeal_escalated',
  'appeal_decided',
  'appeal_withdrawn',
  'undone',
  'withdrawn',
  'revealed',
  'attached',
  'attachment_erased',
  'match_dismissed',
  'transmitted',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** What the timeline tells of each decision that takes effect. */
export const DECISION_EVENTS = {
  release: 'released',
  release_with_correction: 'released',
  detain: 'detained',
  end_detention: 'detention_ended',
  refuse: 'entry_refused',
  return: 'returned',
  re_export: 're_exported',
  abandon: 'abandoned',
  seize: 'seizure_confirmed',
  destroy: 'destroyed',
  reverse: 'decision_reversed',
} as const satisfies Record<DecisionKind, EventKind>;

const PROPOSED: readonly string[] = ['proposed', 'seizure_proposed'];

/** Whether a line of the timeline tells a proposal. */
export const tellsProposal = (kind: string) => PROPOSED.includes(kind);
