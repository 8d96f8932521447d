import type { Permission } from './permissions';

/** What a bearer key can be limited to. Stored: add, never rename. */
export const KEY_SCOPES = ['send', 'read', 'answer'] as const;
export type KeyScope = (typeof KEY_SCOPES)[number];

/** Hours that a key which is changed for a new one serves on. */
export const ROTATE_HOURS = [0, 24, 168] as const;

/** The permissions of its partner that a key of each scope carries. */
const SCOPED: Readonly<Record<KeyScope, readonly Permission[]>> = {
  send: ['intake.submit', 'intake.process', 'intake.map', 'intake.undo', 'intake.mend', 'intake.read'],
  read: ['intake.read', 'intake.download', 'consignment.track', 'consignment.open_attachment', 'quality.read'],
  answer: ['clearance.answer', 'consignment.attach', 'consignment.track', 'consignment.open_attachment'],
};

/** Whether one of the scopes of a key carries the permission. That a key was used is noted of every key. */
export function isWithinScopes(scopes: readonly KeyScope[], permission: Permission): boolean {
  return permission === 'identity.touch' || scopes.some((scope) => SCOPED[scope].includes(permission));
}
