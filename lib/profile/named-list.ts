/** What a list holds: it fits the fields whose values are of the same kind. */
export const LISTED_KINDS = ['country', 'hs', 'scheme', 'office', 'partner', 'currency', 'text'] as const;
export type ListedKind = (typeof LISTED_KINDS)[number];

/** Where an edition stands. Proposed: waits for a second person. In force until a newer one is. */
export const LIST_STATES = ['proposed', 'in_force', 'refused', 'superseded'] as const;
export type ListState = (typeof LIST_STATES)[number];
