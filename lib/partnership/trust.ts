/** How far a partner is trusted. Stored: add, never rename. */
export const TRUST_LEVELS = ['reliable', 'authorised'] as const;
export type TrustLevel = (typeof TRUST_LEVELS)[number];

/** What becomes of a trust status. Stored: add, never rename. */
export const TRUST_STATES = ['proposed', 'granted', 'rejected', 'suspended', 'replaced'] as const;
export type TrustState = (typeof TRUST_STATES)[number];

/** Part of the ordinary chance of a random draw that can be left to a trusted partner: never none, or nothing would tell that it still deserves it. */
export const DRAW_PERCENT = { least: 20, most: 100 } as const;

/** Longest time until the status is looked into again. */
export const TRUST_DAYS_MAX = 3 * 365;

/** What a status was proposed on: counts of the closed months before. */
export type TrustFigures = {
  readonly fromMonth: string;
  readonly toMonth: string;
  readonly consignments: number;
  readonly beforeArrival: number;
  readonly complete: number;
  readonly coded: number;
  readonly asked: number;
  readonly answeredInTime: number;
  readonly examined: number;
  readonly findings: number;
};

/** Months whose figures a proposal rests on. */
export const TRUST_MONTHS = 3;

export const TRUST_CRITERION_NAMES = [
  'consignments',
  'beforeArrival',
  'complete',
  'coded',
  'answeredInTime',
  'findings',
] as const;
export type TrustCriterion = (typeof TRUST_CRITERION_NAMES)[number];

/**
 * What a level asks of the figures, shares in whole per cent, the least part of the random draw it leaves, and where that is laid down. Dated
 * parameters of the policy: a change of them takes two people, and never touches what was granted before.
 */
export type TrustTerms = Readonly<Record<TrustCriterion, number>> & {
  readonly leastDrawPercent: number;
  readonly source: string;
};
/** The terms of the levels in force on a day; a level without terms is granted to nobody anew. */
export type TermsOfTrust = ReadonlyMap<TrustLevel, TrustTerms>;

/** One criterion with what was reached; `reached` is null where there was nothing to measure. */
export type Measured = {
  readonly criterion: TrustCriterion;
  readonly wanted: number;
  readonly reached: number | null;
  readonly isMet: boolean;
};

const percent = (part: number, whole: number): number | null => (whole === 0 ? null : (part / whole) * 100);

/** How the figures stand to the terms of a level. What nobody asked or examined is held against nobody. */
export function measureTrust(terms: TrustTerms, figures: TrustFigures): readonly Measured[] {
  const { consignments, beforeArrival, complete, coded, asked, answeredInTime, examined, findings } = figures;
  const reached: Record<TrustCriterion, number | null> = {
    consignments,
    beforeArrival: percent(beforeArrival, consignments),
    complete: percent(complete, consignments),
    coded: percent(coded, consignments),
    answeredInTime: percent(answeredInTime, asked),
    findings: percent(findings, examined),
  };
  return TRUST_CRITERION_NAMES.map((criterion) => {
    const wanted = terms[criterion];
    const value = reached[criterion];
    const isMet = value === null || (criterion === 'findings' ? value <= wanted : value >= wanted);
    return { criterion, wanted, reached: value, isMet };
  });
}

/** The highest level whose every criterion the figures meet; null where they meet none. */
export function levelByFigures(figures: TrustFigures, terms: TermsOfTrust): TrustLevel | null {
  const met = TRUST_LEVELS.filter((level) => {
    const asked = terms.get(level);
    return asked && measureTrust(asked, figures).every(({ isMet }) => isMet);
  });
  return met.at(-1) ?? null;
}
