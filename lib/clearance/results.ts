/** How statistics and party history count a result. Not found and not done are not conform: nobody looked inside. */
export type OutcomeClass = 'conform' | 'finding' | 'not_done';

export const CORRECTION_FIELDS = ['value', 'quantity', 'commodity_code', 'description', 'origin_country'] as const;
export type CorrectionField = (typeof CORRECTION_FIELDS)[number];

type ResultRule = {
  readonly outcome: OutcomeClass;
  /** Field whose corrected value must stand beside the declared one; `any`: at least one correction of some field. */
  readonly corrects: CorrectionField | 'any' | 'optional' | 'none';
};

/** The results of a control. What each means for statistics, and which correction it cannot do without. */
export const RESULT_RULES = {
  conform: { outcome: 'conform', corrects: 'none' },
  minor_error: { outcome: 'finding', corrects: 'any' },
  undervalued: { outcome: 'finding', corrects: 'value' },
  misclassified: { outcome: 'finding', corrects: 'commodity_code' },
  misdescribed: { outcome: 'finding', corrects: 'description' },
  quantity: { outcome: 'finding', corrects: 'quantity' },
  origin: { outcome: 'finding', corrects: 'origin_country' },
  prohibited: { outcome: 'finding', corrects: 'optional' },
  restricted: { outcome: 'finding', corrects: 'optional' },
  ipr: { outcome: 'finding', corrects: 'optional' },
  safety: { outcome: 'finding', corrects: 'optional' },
  split: { outcome: 'finding', corrects: 'optional' },
  not_found: { outcome: 'not_done', corrects: 'none' },
  not_done: { outcome: 'not_done', corrects: 'none' },
} as const satisfies Record<string, ResultRule>;

export const RESULT_CODES = Object.keys(RESULT_RULES) as readonly ResultCode[];
export type ResultCode = keyof typeof RESULT_RULES;

/** The class a result is counted in. */
export function outcomeOf(code: ResultCode): OutcomeClass {
  return RESULT_RULES[code].outcome;
}

/** Findings of goods that must not pass at all, whatever is paid or corrected. */
const CRITICAL: readonly ResultCode[] = ['prohibited', 'restricted', 'ipr', 'safety'];

/** Whether a result is a critical finding. */
export function isCritical(code: ResultCode): boolean {
  return CRITICAL.includes(code);
}
