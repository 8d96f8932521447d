import { describedWords } from '@/lib/consignment/description';
import type { ConsignmentRecord } from '@/lib/consignment/record';
import { isSchemeNumber } from '@/lib/consignment/scheme-number';
import type { Problem } from '@/lib/kernel/problem';
import type { Policy } from '@/lib/policy/policy';
import { isDoubt } from '@/lib/quality/dimensions';
import { firedIndicators } from '@/lib/risk/evaluate';
import { assignLane, scoreOf } from '@/lib/risk/lane';
import { chargedOf } from './charged';
import type { AssessmentFacts } from './facts';
import type { Assessment } from './types';

/** Rises with every change of the code that could change an outcome; stored with each assessment. */
export const ENGINE_VERSION = '1.4.0';

/**
 * Runs the policy in force on one record. Pure: the same record, facts and policy give the same assessment, so an old one can be
 * repeated from what is stored. `warnings` are those of the intake.
 */
export function assess(
  record: ConsignmentRecord,
  facts: AssessmentFacts,
  policy: Policy,
  warnings: readonly Problem[],
): Assessment {
  const { charges, uncharged, releaseCategory } = chargedOf(record, policy);
  const indicators = firedIndicators({
    record,
    facts,
    policy,
    charges,
    uncharged,
    warnings: warnings.filter(({ code }) => isDoubt(code)),
    words: record.items.map((item) => describedWords(item.description, policy)),
    isSchemeNumberShaped: record.schemeId === null ? null : isSchemeNumber(record.schemeId, policy.vendorScheme),
  });
  const score = scoreOf(indicators);
  return {
    policyVersion: policy.version,
    engineVersion: ENGINE_VERSION,
    indicators,
    score,
    releaseCategory,
    ...assignLane(indicators, score, policy),
    charges,
    warnings,
  };
}
