import type { IndicatorCode } from '@/lib/assessment/types';
import type { Policy } from './policy';

/** When an indicator fires and for how many points; its sentence stands in the catalogue under `riskdesk.rule.<code>`. */
export type IndicatorRule = {
  readonly code: IndicatorCode;
  /** Fewest and most points it can give. */
  readonly pointsFrom: number;
  readonly pointsTo: number;
  /** Every plain value of the rule by its name; steps give those of the mildest and the strongest. */
  readonly values: Readonly<Record<string, string | number>>;
};

/** The rules of all indicators as a person reads them, most points first. */
export function indicatorRules({ indicators }: Pick<Policy, 'indicators'>): readonly IndicatorRule[] {
  const codes = Object.keys(indicators) as (keyof typeof indicators)[];
  return codes
    .map((code) => ruleOf(code, indicators[code]))
    .sort((a, b) => b.pointsTo - a.pointsTo || b.pointsFrom - a.pointsFrom);
}

function ruleOf(code: IndicatorCode, parameters: Readonly<Record<string, unknown>>): IndicatorRule {
  const values = plainValues(parameters);
  const points = Object.entries(values)
    .filter(([name]) => name.toLowerCase().includes('points'))
    .map(([, value]) => Number(value));
  return { code, pointsFrom: Math.min(...points), pointsTo: Math.max(...points), values };
}

/** Names of nested values are joined: `minCount.heading` is `minCountHeading`, the points of the first step `stepsFirstPoints`. */
function plainValues(parameters: Readonly<Record<string, unknown>>, prefix = ''): Record<string, string | number> {
  const values: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(parameters)) {
    const whole = prefix === '' ? name : `${prefix}${name.charAt(0).toUpperCase()}${name.slice(1)}`;
    if (typeof value === 'number' || typeof value === 'string') values[whole] = value;
    else if (Array.isArray(value) && value.every((entry) => typeof entry === 'string'))
      values[whole] = value.join(', ');
    else if (Array.isArray(value)) Object.assign(values, ends(whole, value));
    // Tables by commodity code are lists of their own, not part of a sentence.
    else if (typeof value === 'object' && value !== null && !Object.keys(value).some((key) => /^\d/.test(key)))
      Object.assign(values, plainValues(value as Record<string, unknown>, whole));
  }
  return values;
}

function ends(prefix: string, steps: readonly unknown[]): Record<string, string | number> {
  const first = steps[0];
  const last = steps.at(-1);
  const isStep = (step: unknown): step is Record<string, unknown> =>
    typeof step === 'object' && step !== null && !Array.isArray(step);
  if (!isStep(first) || !isStep(last)) return {};
  return { ...plainValues(first, `${prefix}First`), ...plainValues(last, `${prefix}Last`) };
}
