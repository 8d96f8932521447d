import { DECISION_KINDS, type DecisionKind, type Lane } from '@/lib/consignment/codes';
import type { SecondOfficerRule } from '@/lib/policy/policy';

export type SecondFacts = {
  readonly lane: Lane;
  /** Somebody looked at the goods or their papers. */
  readonly isExamined: boolean;
  /** Of the goods, as declared or, where it is higher, as found; minor units. */
  readonly valueMinor: bigint;
  /** What corrections change of the charges, up or down; null while charges are open. */
  readonly correctionMinor: bigint | null;
};

/** What was told to a partner is taken back by two, whatever the policy: the database holds that too. */
const REVERSAL: SecondOfficerRule = {
  key: 'reversal',
  decisions: ['reverse'],
  valueAboveMinor: null,
  correctionAboveMinor: null,
  unexaminedIn: null,
};

/**
 * The first rule of the policy that asks for a second officer; null where one officer decides. Every condition a rule names must hold;
 * what cannot be computed is taken for more than any limit.
 */
export function secondOfficerRule(
  kind: DecisionKind,
  facts: SecondFacts,
  rules: readonly SecondOfficerRule[],
): SecondOfficerRule | null {
  const { lane, isExamined, valueMinor, correctionMinor } = facts;
  const isAbove = (amount: bigint | null, limit: bigint | null) =>
    limit === null || amount === null || (amount < 0n ? -amount : amount) > limit;
  return (
    rules.find(
      (rule) =>
        rule.decisions.includes(kind) &&
        (rule.unexaminedIn === null || (!isExamined && rule.unexaminedIn.includes(lane))) &&
        isAbove(valueMinor, rule.valueAboveMinor) &&
        isAbove(correctionMinor, rule.correctionAboveMinor),
    ) ?? (kind === 'reverse' ? REVERSAL : null)
  );
}

/** The rules that ask for a second officer, by key, of every decision. */
export function secondOfficerRules(
  facts: SecondFacts,
  rules: readonly SecondOfficerRule[],
): Partial<Record<DecisionKind, string>> {
  const asked = DECISION_KINDS.map((kind) => [kind, secondOfficerRule(kind, facts, rules)?.key] as const);
  return Object.fromEntries(asked.filter(([, key]) => key !== undefined));
}
