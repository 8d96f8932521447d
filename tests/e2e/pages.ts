import { existsSync } from 'node:fs';
import type { Person } from './people';

type Place = { path: string; file: string; people: readonly Person[] };

const DESK = 'app/(desk)';

/** Every page that has an address without an id, and who works with it. */
const PLACES: readonly Place[] = [
  { path: '/queue', file: `${DESK}/queue/page.tsx`, people: ['officer1'] },
  { path: '/queue?tab=decided', file: `${DESK}/queue/page.tsx`, people: ['officer1'] },
  { path: '/supervision', file: `${DESK}/supervision/page.tsx`, people: ['supervisor'] },
  { path: '/risk', file: `${DESK}/risk/page.tsx`, people: ['risk'] },
  { path: '/search', file: `${DESK}/search/page.tsx`, people: ['officer1'] },
  { path: '/tracking', file: `${DESK}/tracking/page.tsx`, people: ['partner'] },
  { path: '/statistics', file: `${DESK}/statistics/page.tsx`, people: ['analyst'] },
  { path: '/statistics/items', file: `${DESK}/statistics/items/page.tsx`, people: ['analyst'] },
  { path: '/submissions', file: `${DESK}/submissions/page.tsx`, people: ['partner'] },
  { path: '/submissions/upload', file: `${DESK}/submissions/upload/page.tsx`, people: ['partner'] },
  { path: '/audit', file: `${DESK}/audit/page.tsx`, people: ['auditor'] },
  { path: '/admin/users', file: `${DESK}/admin/users/page.tsx`, people: ['admin'] },
  { path: '/admin/users/new', file: `${DESK}/admin/users/new/page.tsx`, people: ['admin'] },
  { path: '/admin/partners', file: `${DESK}/admin/partners/page.tsx`, people: ['admin'] },
  { path: '/admin/partners/new', file: `${DESK}/admin/partners/new/page.tsx`, people: ['admin'] },
  { path: '/account', file: `${DESK}/account/page.tsx`, people: ['officer1', 'partner'] },
  { path: '/help', file: `${DESK}/help/page.tsx`, people: ['officer1'] },
];

/** The pages that stand in the tree. */
export const PAGES = PLACES.filter(({ file }) => existsSync(file));

const missing = PLACES.filter(({ file }) => !existsSync(file)).map(({ path }) => path.slice(1));

/** The navigation names pages ahead of their coming; the browser notes each that it cannot fetch beforehand. */
export const NOT_YET_THERE: readonly RegExp[] =
  missing.length === 0 ? [] : [new RegExp(`status of 404 .*/(${missing.join('|')})(\\?|$)`)];
