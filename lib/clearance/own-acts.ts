import type { AuditAction } from '@/lib/audit/actions';

/** How far back an officer's own acts are listed: a shift and the night before it. */
export const OWN_ACTS_HOURS = 24;
/** Most of them, the latest. */
export const OWN_ACTS_MAX = 100;

/** What counts as an act on a consignment: what changes how it stands, not that somebody looked or kept a claim. */
export const OWN_ACTS = [
  'clearance.release',
  'clearance.decide',
  'clearance.propose',
  'clearance.confirm',
  'clearance.reject',
  'clearance.undo',
  'clearance.hold',
  'clearance.lift',
  'clearance.refer',
  'clearance.withdraw_referral',
  'clearance.answer',
  'clearance.examine',
  'clearance.record_result',
  'clearance.state_duty',
  'clearance.snooze',
  'clearance.skip',
  'clearance.transfer',
  'clearance.reassign',
  'clearance.give_back',
  'clearance.comment',
  'clearance.record_exhibit',
  'clearance.move_exhibit',
  'clearance.select_for_audit',
  'clearance.ask_for_audit',
  'clearance.record_audit',
] as const satisfies readonly AuditAction[];
export type OwnActKind = (typeof OWN_ACTS)[number];
