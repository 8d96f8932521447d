import { type Reading, words } from './reading';

/** Facts of exchanges with other administrations; see `FACTS`. */
export const COOPERATION_FACTS = {
  administration: 'plain',
  fingerprint: 'plain',
  handling: words('cooperation.handling'),
  packageKind: words('cooperation.kind'),
  packageId: 'plain',
  items: 'plain',
  hits: 'plain',
  made: 'plain',
  sealed: 'plain',
  lists: 'plain',
  brokenRules: words('cooperation.problem'),
} as const satisfies Readonly<Record<string, Reading>>;
