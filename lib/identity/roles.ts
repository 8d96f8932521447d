/** The eight roles; the public has none. */
export const ROLES = [
  'officer',
  'supervisor',
  'risk_manager',
  'analyst',
  'partner',
  'agency',
  'auditor',
  'admin',
] as const;
export type Role = (typeof ROLES)[number];

/** What acts without being a person: background work, and a partner's key that leaves no trace. */
export type ActingRole = Role | 'system' | 'sandbox';

/** Whether somebody signed in with it, who has places of their own. */
export function isPersonRole(role: ActingRole): role is Role {
  return (ROLES as readonly string[]).includes(role);
}
