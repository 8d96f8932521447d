import type { Adjustment, Comparison } from './match';

/** What is known of a party beside its name. */
export type Circumstances = { readonly country: string | null; readonly isOrganisation: boolean };
/** What a list knows of an entry beside its names; no countries where it does not say. */
export type ListedCircumstances = {
  readonly countries: readonly string[];
  readonly kind: 'person' | 'entity' | 'unknown';
};

/** Where a party is says little: who is listed moves, and trades through others. */
const OTHER_COUNTRY = 0.02;
const OTHER_KIND = 0.04;

/** What of the circumstances speaks against a match. Nothing here speaks for one: without a name there is none. */
export function conflictsOf(party: Circumstances, listed: ListedCircumstances): readonly Adjustment[] {
  const conflicts: Adjustment[] = [];
  if (listed.kind === 'person' && party.isOrganisation) conflicts.push('kind_differs');
  if (party.country !== null && listed.countries.length > 0 && !listed.countries.includes(party.country))
    conflicts.push('country_differs');
  return conflicts;
}

/** A similarity less what speaks against it. */
export function lowered({ similarity }: Pick<Comparison, 'similarity'>, conflicts: readonly Adjustment[]): number {
  const loss = conflicts.reduce((sum, conflict) => sum + (conflict === 'kind_differs' ? OTHER_KIND : OTHER_COUNTRY), 0);
  return Math.max(0, similarity - loss);
}
