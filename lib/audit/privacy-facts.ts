import { type Reading, words } from './reading';

/** Facts of what is erased, held and asked; see `FACTS`. */
export const PRIVACY_FACTS = {
  legalHoldId: 'plain',
  heldSubject: words('privacy.holds.subjects'),
  erasedKind: words('privacy.erased.kind'),
  erasedCount: 'plain',
  policyVersion: 'plain',
  statementId: 'plain',
  statementKind: words('privacy.access.kinds'),
  cameOn: 'day',
  lookedForBy: words('privacy.access.identifiers'),
  requestId: 'plain',
  unusualLooks: words('privacy.browsing.kinds'),
} as const satisfies Readonly<Record<string, Reading>>;
