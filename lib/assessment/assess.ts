import { describedWords } from '@/lib/consignment/description';
import type { ConsignmentRecord } from '@/lib/consignment/record';
import { isSchemeNumber } from '@/lib/consignment/scheme-number';
import type { Problem } from '@/lib/kernel/problem';
import type { Policy } from '@/lib/policy/policy';
import { isDoubt } from '@/lib/quality/dimensions';
import { type ChargeFacts, type SplitTest, splitTest } from '@/lib/revenue/charge-facts';
import { recordValuation } from '@/lib/revenue/charges';
import { firedIndicators } from '@/lib/risk/evaluate';
import { splitTies } from '@/lib/risk/indicators/splitting';
import { assignLane, scoreOf } from '@/lib/risk/lane';
import { chargedOf } from './charged';
import type { AssessmentFacts } from './facts';
import type { Assessment } from './types';

/** Rises with every change of the code that could change an outcome; stored with each assessment. */
export const ENGINE_VERSION = '1.6.0';

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
  const chargeFacts = chargeFactsOf(record, facts, policy);
  const { charges, uncharged, releaseCategory } = chargedOf({ ...record, chargeFacts }, policy);
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
    chargeFacts,
    warnings,
  };
}

function chargeFactsOf(record: ConsignmentRecord, facts: AssessmentFacts, policy: Policy): ChargeFacts | null {
  const split = splitTestOf(record, facts, policy);
  const scheme = record.schemeId === null ? null : facts.schemeStanding;
  return split || scheme ? { split, scheme } : null;
}

/**
 * What a consignment that shows a split is tested with: all the same sender sent the same recipient, or address, that came on the same
 * day (consigned at one time by one to another, Council Regulation (EC) No 1186/2009, Article 23).
 */
function splitTestOf(record: ConsignmentRecord, facts: AssessmentFacts, policy: Policy): SplitTest | null {
  const { sameDay } = facts;
  if (sameDay.recipient.consignments + sameDay.address.consignments === 0) return null;
  const ties = splitTies(facts, policy, recordValuation(record, policy).intrinsicMinor);
  // A series to one recipient may lie on other days, and what came on this one have gone to the address.
  const by = ties.find((tie) => sameDay[tie].consignments > 0);
  return by ? splitTest(by, sameDay[by]) : null;
}
