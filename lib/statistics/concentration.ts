/** How far a few hold the whole. All from 0 to 1, of the members that are named. */
export type Concentration = {
  readonly members: number;
  readonly first: number;
  readonly firstFour: number;
  /** Herfindahl-Hirschman index: the sum of the squares of the shares. 1 where one holds all. */
  readonly herfindahl: number;
};

/** The concentration of shares that are told one by one; null of nothing. */
export function concentrationOf(values: readonly bigint[]): Concentration | null {
  const whole = values.reduce((sum, value) => sum + value, 0n);
  if (whole <= 0n) return null;
  const shares = values.map((value) => Number((value * 1_000_000n) / whole) / 1_000_000).sort((a, b) => b - a);
  const sumOf = (some: readonly number[]) => some.reduce((sum, share) => sum + share, 0);
  return {
    members: values.length,
    first: shares[0] ?? 0,
    firstFour: sumOf(shares.slice(0, 4)),
    herfindahl: sumOf(shares.map((share) => share * share)),
  };
}
