import type { UserFilter } from '@/db/queries/identity/list-users';
import { ROLES } from '@/lib/identity/roles';
import { storable } from '@/lib/kernel/storable';

/** Reads the filter of the user list from the address; what does not fit is left out. */
export function parseUserFilter(given: Readonly<Record<string, string | string[] | undefined>>): UserFilter {
  const text = (name: string) => {
    const value = given[name];
    return typeof value === 'string' ? storable(value).trim().slice(0, 200) : '';
  };
  const state = text('state');
  return {
    find: text('find') || undefined,
    role: ROLES.find((role) => role === text('role')),
    state: state === 'in_use' || state === 'disabled' ? state : undefined,
    after: text('after') || undefined,
  };
}
