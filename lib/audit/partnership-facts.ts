import { type Reading, words } from './reading';

/** Facts of partners, memoranda and the plan of the resolution; see `FACTS`. */
export const PARTNERSHIP_FACTS = {
  trustLevel: words('partnership.trust.level'),
  drawPercent: 'plain',
  shared: words('partnership.memoranda.subjects'),
  legalBasis: 'plain',
  dueOn: 'day',
  planState: words('partnership.resolution.state'),
  resolutionPlace: words('partnership.resolution.principle', 'partnership.resolution.standard'),
  oldPrefix: 'plain',
  graceHours: 'plain',
  scopes: 'plain',
  owner: 'plain',
  title: 'plain',
  proposedBy: 'plain',
} as const satisfies Readonly<Record<string, Reading>>;
