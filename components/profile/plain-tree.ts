import type { RuleGroupType, RuleType } from 'react-querybuilder';
import type { Condition, Group } from '@/lib/profile/tree';

const isGroup = (rule: RuleGroupType['rules'][number]): rule is RuleGroupType =>
  typeof rule === 'object' && 'rules' in rule;

/** The conditions of the editor without what only the editor needs. */
export function plainTree({ combinator, not = false, rules }: RuleGroupType): Group {
  return {
    combinator: combinator === 'or' ? 'or' : 'and',
    not,
    rules: rules.map((rule) => (isGroup(rule) ? plainTree(rule) : plainCondition(rule as RuleType))),
  };
}

const plainCondition = ({ field, operator, value }: RuleType): Condition => ({ field, operator, value: value ?? null });
