import type { RowKind } from './kinds';

export type RowValue = Readonly<Record<string, unknown>>;

/** One row a file asks for. `validFrom` null: from the day of the load on. `validTo` null: until another row follows. */
export type ReferenceRow = {
  readonly rowKind: RowKind;
  readonly key: string;
  readonly value: RowValue;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  /** Line of the file it stands on, 1-based. */
  readonly line: number;
};

/** A dated row as it stands in the database; both days are included. */
export type StandingRow = {
  readonly rowKind: RowKind;
  readonly key: string;
  readonly validFrom: string;
  /** Tells rows of one key and first day apart: a row that was corrected on its own first day stays beside the correction. */
  readonly revision: number;
  readonly validTo: string | null;
  readonly value: RowValue;
  readonly source: string;
  readonly edition: string;
};

/** JSON with sorted keys: the same value gives the same text whatever stored it. */
export function valueText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(valueText).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${valueText(inner)}`).join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}
