/** One dated row of the policy: what decides, from when until when (both days included), and who published it. */
export type PolicyParameter = {
  readonly kind: string;
  readonly key: string;
  readonly value: unknown;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly source: string;
  readonly edition: string;
};

/** Shorthand for the fact files: rows that share kind, validity, source and edition. */
export function rows(
  origin: Pick<PolicyParameter, 'kind' | 'validFrom' | 'source' | 'edition'> & { readonly validTo?: string },
  values: Readonly<Record<string, unknown>>,
): readonly PolicyParameter[] {
  return Object.entries(values).map(([key, value]) => ({ ...origin, validTo: origin.validTo ?? null, key, value }));
}
