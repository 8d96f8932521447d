import type { ReferenceKind } from './kinds';
import type { ReferenceRow, RowValue } from './row';
import type { SourceRow } from './source-row';

/** What an adapter may know beside the rows of the file. */
export type Reading = {
  /** Which of the lists that stand side by side in the file is read; null where there is one. */
  readonly series: string | null;
  /** The first day of rows that name none. */
  readonly validFrom: string;
  /** The administration the list is for. */
  readonly currency: string;
  readonly territory: ReadonlySet<string>;
  /** What keeps a value from being used; null for nothing. Knows the shapes of the policy. */
  readonly faultOf: (rowKind: string, key: string, value: unknown) => string | null;
};

/**
 * How files of one publisher are laid out, and how a row of them becomes rows of ours. A new layout is one more of these in
 * `layouts/index.ts`.
 */
export type Layout = {
  readonly name: string;
  readonly kind: ReferenceKind;
  /** Columns the header must have, by which the layout is known. Empty for lines of text, known by the series. */
  readonly columns: readonly string[];
  /** Other columns beside these make it another list: the names are too common to tell it by. */
  readonly isNarrow?: boolean;
  /** Lists that stand side by side in one file: one of them has to be chosen. */
  readonly series?: readonly string[];
  /** Plain lines instead of CSV. */
  readonly isText?: boolean;
  /** Who publishes it. */
  readonly source: string;
  /** Whether rows carry days of their own. */
  readonly isDated?: boolean;
  rows(source: AsyncIterable<SourceRow>, reading: Reading): AsyncIterable<ReferenceRow>;
  /**
   * The list a key belongs to. A file is taken as the whole of every list it has a row of: what stands in that list and not in
   * the file ends. Null: the file is never the whole, and nothing ends by being absent.
   */
  readonly listOf: (key: string) => string | null;
  /** Parts of a value that this layout has no column for: those of the row in force stay, or else these. */
  readonly keeps?: RowValue;
};

/** An adapter for layouts where each row stands alone: null leaves the row aside. */
export function rowByRow(
  read: (row: SourceRow, reading: Reading) => Omit<ReferenceRow, 'line'> | readonly Omit<ReferenceRow, 'line'>[] | null,
): Layout['rows'] {
  return async function* rows(source, reading) {
    for await (const row of source) {
      const made = read(row, reading);
      if (!row.isSound || made === null) continue;
      for (const one of Array.isArray(made) ? made : [made]) yield { ...one, line: row.line };
    }
  };
}

/** The days of a row that names none: from the day of the load, until another follows. */
export const UNDATED = { validFrom: null, validTo: null } as const;

/** First day of what was in force before its publisher began to give days; nothing here is older. */
export const BEFORE_RECORDS = '1990-01-01';
