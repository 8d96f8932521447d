import { assess } from '@/lib/assessment/assess';
import type { AssessmentFacts } from '@/lib/assessment/facts';
import type { Assessment, Indicator, IndicatorCode } from '@/lib/assessment/types';
import type { ConsignmentRecord } from '@/lib/consignment/record';
import type { Problem } from '@/lib/kernel/problem';
import { FLAT_DAY, policyOn, someFacts } from './records';

/** Assessment of a record under the example policy. */
export function assessed(
  record: ConsignmentRecord,
  facts: Partial<AssessmentFacts> = {},
  warnings: readonly Problem[] = [],
): Assessment {
  return assess(record, someFacts(facts), policyOn(FLAT_DAY), warnings);
}

/** The indicator of a code, or null where it stays silent. */
export function indicatorOf(
  code: IndicatorCode,
  record: ConsignmentRecord,
  facts: Partial<AssessmentFacts> = {},
  warnings: readonly Problem[] = [],
): Indicator | null {
  return assessed(record, facts, warnings).indicators.find((indicator) => indicator.code === code) ?? null;
}
