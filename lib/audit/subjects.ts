/** What a row of the audit log can be about. Stored rows carry these names for years: add, never rename. */
export const AUDIT_SUBJECTS = [
  'consignment',
  'submission',
  'layout',
  'user',
  'session',
  'partner',
  'api_key',
  'webhook',
  'office',
  'policy',
  'policy_change',
  'instrument',
  'simulation',
  'statistics',
  'profile',
  'profile_list',
  'model',
  'permission',
  'ledger',
  'account',
] as const;
export type AuditSubject = (typeof AUDIT_SUBJECTS)[number];
