/** Chance of these log-odds. */
export const sigmoid = (logOddsValue: number): number => 1 / (1 + Math.exp(-logOddsValue));

/** Log-odds of a chance, kept finite at 0 and 1. */
export function logOdds(chance: number): number {
  const kept = Math.min(1 - 1e-12, Math.max(1e-12, chance));
  return Math.log(kept / (1 - kept));
}

/** Points an officer reads: 20 double the odds. */
export const POINTS_TO_DOUBLE = 20;

/** Log-odds in points. */
export const pointsOf = (logOddsValue: number): number => (POINTS_TO_DOUBLE / Math.LN2) * logOddsValue;
