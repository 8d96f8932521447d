import type { AuditAction } from '@/lib/audit/actions';

/** Acts by which somebody sees a person's data in the clear; each states a reason and leaves a row of the audit log. */
export const LOOKS = [
  'consignment.reveal',
  'consignment.reveal_attachment',
  'agency.reveal',
] as const satisfies readonly AuditAction[];
