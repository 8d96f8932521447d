export type ScorecardParams = { month?: string | string[] };

/** The month that was asked for, as its first day; null for anything that is none. */
export function scoreMonthOf({ month }: ScorecardParams): string | null {
  const [given = ''] = [month].flat();
  return /^\d{4}-(0[1-9]|1[0-2])-01$/.test(given) ? given : null;
}
