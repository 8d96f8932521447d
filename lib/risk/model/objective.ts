/** What selection is after: findings, revenue, or both. */
export const OBJECTIVES = ['chance', 'revenue', 'balanced'] as const;
export type Objective = (typeof OBJECTIVES)[number];

/** The worth of examining a consignment with this chance of a finding and this duty and tax at stake, in major units. */
export function worthOf(objective: Objective, chance: number, duty: number): number {
  switch (objective) {
    case 'chance':
      return chance;
    case 'revenue':
      return chance * duty;
    case 'balanced':
      return chance * Math.log1p(duty);
  }
}
