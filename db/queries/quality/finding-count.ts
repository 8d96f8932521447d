import 'server-only';

/** A rule broken in one column, and by how many records. */
export type FindingCount = {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  /** Column, without the number of the item: `items.value`. */
  readonly field: string;
  readonly records: number;
  /** References of records that have it, the latest first; few or none. */
  readonly examples: readonly string[];
  /** Why there is no example, where it is not that the records were mended: they wait and bear no reference, or are of other offices. */
  readonly unnamed?: 'waits' | 'elsewhere' | undefined;
};
