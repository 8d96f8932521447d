/** How far a partner is trusted. Stored: add, never rename. */
export const TRUST_LEVELS = ['reliable', 'authorised'] as const;
export type TrustLevel = (typeof TRUST_LEVELS)[number];

/** What becomes of a trust status. Stored: add, never rename. */
export const TRUST_STATES = ['proposed', 'granted', 'rejected', 'suspended', 'replaced'] as const;
export type TrustState = (typeof TRUST_STATES)[number];

/** Part of the ordinary chance of a random draw that can be left to a trusted partner: never none, or nothing would tell that it still deserves it. */
export const DRAW_PERCENT = { least: 20, most: 100 } as const;

/** Least part each level leaves. */
export const DRAW_PERCENT_OF = { reliable: 50, authorised: 20 } as const satisfies Record<TrustLevel, number>;

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

/** What each level asks of the figures; shares in per cent. */
export const TRUST_CRITERIA = {
  reliable: { consignments: 100, beforeArrival: 90, complete: 90, coded: 80, answeredInTime: 80, findings: 10 },
  authorised: { consignments: 300, beforeArrival: 97, complete: 97, coded: 95, answeredInTime: 95, findings: 5 },
} as const satisfies Record<TrustLevel, Readonly<Record<TrustCriterion, number>>>;

export const TRUST_CRITERION_NAMES = [
  'consignments',
  'beforeArrival',
  'complete',
  'coded',
  'answeredInTime',
  'findings',
] as const;
export type TrustCriterion = (typeof TRUST_CRITERION_NAMES)[number];

/** One criterion with what was reached; `reached` is null where there was nothing to measure. */
export type Measured = {
  readonly criterion: TrustCriterion;
  readonly wanted: number;
  readonly reached: number | null;
  readonly isMet: boolean;
};

const percent = (part: number, whole: number): number | null => (whole === 0 ? null : (part / whole) * 100);

/** How the figures stand to the criteria of a level. What nobody asked or examined is held against nobody. */
export function measureTrust(level: TrustLevel, figures: TrustFigures): readonly Measured[] {
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
    const wanted = TRUST_CRITERIA[level][criterion];
    const value = reached[criterion];
    const isMet = value === null || (criterion === 'findings' ? value <= wanted : value >= wanted);
    return { criterion, wanted, reached: value, isMet };
  });
}

/** The highest level whose every criterion the figures meet; null where they meet none. */
export function levelByFigures(figures: TrustFigures): TrustLevel | null {
  const met = TRUST_LEVELS.filter((level) => measureTrust(level, figures).every(({ isMet }) => isMet));
  return met.at(-1) ?? null;
}
