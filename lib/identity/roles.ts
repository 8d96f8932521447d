/** The seven roles; the public has none. */
export const ROLES = ['officer', 'supervisor', 'risk_manager', 'analyst', 'partner', 'auditor', 'admin'] as const;
export type Role = (typeof ROLES)[number];
