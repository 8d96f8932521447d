import { shareOf } from './measures';

/** One member of a dimension with its figure now and in the compared period. */
export type BreakdownRow = {
  /** Code or name of the member, `-` where it was not declared. */
  readonly member: string;
  readonly value: bigint;
  readonly previous: bigint | null;
};

/** The largest members of a dimension and what is left; rows and rest sum to the total. */
export type Breakdown = {
  readonly rows: readonly BreakdownRow[];
  /** Null when every member is listed. */
  readonly rest: { readonly members: number; readonly value: bigint; readonly previous: bigint | null } | null;
  readonly total: bigint;
  readonly previousTotal: bigint | null;
};

/** Completes the largest members to a breakdown of the whole. */
export function breakdownOf(
  rows: readonly BreakdownRow[],
  whole: { readonly members: number; readonly total: bigint; readonly previousTotal: bigint | null },
): Breakdown {
  const left = whole.members - rows.length;
  const sum = (of: (row: BreakdownRow) => bigint) => rows.reduce((total, row) => total + of(row), 0n);
  return {
    rows,
    rest:
      left > 0
        ? {
            members: left,
            value: whole.total - sum((row) => row.value),
            previous: whole.previousTotal === null ? null : whole.previousTotal - sum((row) => row.previous ?? 0n),
          }
        : null,
    total: whole.total,
    previousTotal: whole.previousTotal,
  };
}

/** Share of a member now and in the compared period; the latter undefined without comparison, or where nothing was to be shared. */
export function sharesOf(row: { readonly value: bigint; readonly previous: bigint | null }, of: Breakdown) {
  return {
    share: shareOf(row.value, of.total),
    previousShare: row.previous === null || !of.previousTotal ? undefined : shareOf(row.previous, of.previousTotal),
  };
}
