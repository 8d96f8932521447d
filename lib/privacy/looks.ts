import type { AuditAction } from '@/lib/audit/actions';

/** Acts by which somebody sees a person's data in the clear; each leaves a row of the audit log. */
export const LOOKS = [
  'consignment.reveal',
  'consignment.reveal_attachment',
  'agency.reveal',
  'privacy.answer_access',
  'intake.view_sent',
  'intake.download_sent',
] as const satisfies readonly AuditAction[];

/** What is looked at: a consignment, what a partner sent whole, or what is held of one person, even where nothing was found. */
export const LOOKED_AT = ['consignment', 'submission', 'access_request'] as const;

/** Acts by which somebody only has a consignment before them, or says something: they explain no look. */
export const NO_WORK = ['revealed', 'commented', 'claimed', 'given_back', 'skipped', 'snoozed'] as const;
