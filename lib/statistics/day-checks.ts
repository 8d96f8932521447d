/** How a day came out when it was computed anew from the ledger. */
export type CheckedDay = {
  readonly day: string;
  readonly checkedAt: Date;
  /** Cells of the finest cube that had to be other than they were; 0 where the statistics equal the ledger. */
  readonly differences: number;
  /** Kept sums that did not add up the finest cells; they are filled anew at once. */
  readonly disagreeingCubes: readonly string[];
};

/** What is to be said of the days of a period beside their figures. */
export type DayChecks = {
  /** Days computed anew so far, and when the one longest ago was; null while there is none. */
  readonly checked: number;
  readonly oldestAt: Date | null;
  /** Days that differ from the ledger, the first one first. */
  readonly differing: readonly string[];
  /** Days that could not be counted for the scorecards, the first one first. */
  readonly uncounted: readonly string[];
};

/** Adds up what was found of some days, the first one first. */
export function summedChecks(checked: readonly CheckedDay[], uncounted: readonly string[]): DayChecks {
  const oldest = checked.reduce<Date | null>(
    (first, { checkedAt }) => (first !== null && first <= checkedAt ? first : checkedAt),
    null,
  );
  return {
    checked: checked.length,
    oldestAt: oldest,
    differing: checked.filter(({ differences }) => differences > 0).map(({ day }) => day),
    uncounted,
  };
}
