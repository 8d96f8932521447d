import type { PolicyParameter } from './parameter';

type RowKey = Pick<PolicyParameter, 'kind' | 'key' | 'validFrom'> & { readonly revision: number };

/** A dated row, with since when it is known. */
export type RecordedRow = PolicyParameter & RowKey & { readonly recordedAt: Date };

/** The last day a row was known to have until an instant. */
export type KnownEnd = RowKey & { readonly knownUntil: Date; readonly validTo: string | null };

const nameOf = ({ kind, key, validFrom, revision }: RowKey) => `${kind}\n${key}\n${validFrom}\n${revision}`;

/**
 * The rows as they were known at an instant: those recorded by then, each with the last day it had by then. So the law of a day can be
 * read as it was known on any other: what was entered, ended or taken back later is not in it.
 */
export function rowsKnownAt<Row extends RecordedRow>(rows: readonly Row[], ends: readonly KnownEnd[], at: Date): Row[] {
  const first = new Map<string, KnownEnd>();
  for (const end of ends) {
    if (end.knownUntil <= at) continue;
    const known = first.get(nameOf(end));
    if (!known || end.knownUntil < known.knownUntil) first.set(nameOf(end), end);
  }
  return rows
    .filter(({ recordedAt }) => recordedAt <= at)
    .map((row) => {
      const end = first.get(nameOf(row));
      return end ? { ...row, validTo: end.validTo } : row;
    });
}
