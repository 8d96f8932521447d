import type { Route } from 'next';

/** Lists that lead to a consignment, by their address; each has a word in `consignment.back`. */
const LISTS = {
  '/queue': 'queue',
  '/search': 'search',
  '/statistics/items': 'items',
  '/supervision': 'supervision',
  '/profiles': 'profiles',
  '/capacity': 'capacity',
  '/submissions': 'submission',
  '/post-audits': 'postAudits',
  '/own-acts': 'ownActs',
  '/audit': 'audit',
  '/risk/dismissals': 'dismissals',
} as const;
export type WayBack = { readonly href: Route; readonly list: (typeof LISTS)[keyof typeof LISTS] };

const OWN = 'http://own.invalid';

/** The way back to the list an address says it was opened from, with its query; null for anything that is no list of ours. */
export function wayBack(from: string | readonly string[] | undefined): WayBack | null {
  if (typeof from !== 'string' || !from.startsWith('/') || !URL.canParse(from, OWN)) return null;
  const { origin, pathname, search } = new URL(from, OWN);
  if (origin !== OWN) return null;
  const found = Object.entries(LISTS).find(([path]) => pathname === path || pathname.startsWith(`${path}/`));
  return found ? { href: `${pathname}${search}` as Route, list: found[1] } : null;
}
