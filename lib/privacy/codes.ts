/** What a legal hold is about: one consignment, or everything of one of its parties. Stored: add, never rename. */
export const HELD_SUBJECTS = ['consignment', 'sender', 'recipient'] as const;
export type HeldSubject = (typeof HELD_SUBJECTS)[number];

/** What a batch of erasing took away. Stored: add, never rename. */
export const ERASED_KINDS = [
  'consignments',
  'attachments',
  'submissions',
  'refused_records',
  'histories',
  'trainings',
] as const;
export type ErasedKind = (typeof ERASED_KINDS)[number];

/** What a person says of what is kept of them (Regulation (EU) 2016/679, Articles 16 and 21). Stored: add, never rename. */
export const STATEMENT_KINDS = ['rectification', 'objection'] as const;
export type StatementKind = (typeof STATEMENT_KINDS)[number];

/** As whom somebody stands in a consignment. Stored: add, never rename. */
export const STANDS_AS = ['sender', 'recipient'] as const;
export type StandsAs = (typeof STANDS_AS)[number];

/** What a person is looked for by. Stored: add, never rename. */
export const IDENTIFIERS = ['name_postcode', 'phone', 'email', 'reference'] as const;
export type Identifier = (typeof IDENTIFIERS)[number];

/** What is unusual about the looks of a person on a day. Stored: add, never rename. */
export const UNUSUAL_BROWSING = ['many', 'without_work', 'other_offices'] as const;
export type UnusualBrowsing = (typeof UNUSUAL_BROWSING)[number];

/** Stands where words were that are erased. */
export const ERASED_MARK = '[erased]';
