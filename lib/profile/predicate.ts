import { FIELDS, type FieldName, type ProfileFacts } from './fields';
import { deniedBy, type Operator } from './operators';
import type { Operand, ReadCondition, ReadGroup } from './read-tree';

type Test = (facts: ProfileFacts) => boolean;

/** A node of a profile with whether it was met; a condition also with what the field held. */
export type Trace =
  | { readonly met: boolean; readonly group: ReadGroup; readonly rules: readonly Trace[] }
  | {
      readonly met: boolean;
      readonly condition: ReadCondition;
      readonly actual: string | number | readonly string[] | null;
    };

export type Predicate = {
  /** Whether the facts meet the profile. Stops at the first condition that decides. */
  readonly matches: Test;
  /** The same answer with that of every condition, for whoever asks why. */
  readonly trace: (facts: ProfileFacts) => Trace;
};

/**
 * Compiles the conditions of a profile for single consignments. A missing value meets no condition but `isMissing`, a denying one
 * neither; a group with `not` turns round what it says as a whole. `whereProfile` says the same in SQL.
 */
export function predicateOf(tree: ReadGroup): Predicate {
  const { test, trace } = groupOf(tree);
  return { matches: test, trace };
}

/** A condition that was met, as it is kept: the field, the operator, and what the field held. */
export type MetCondition = {
  readonly field: FieldName;
  readonly operator: Operator;
  readonly actual: string | number | readonly string[] | null;
};

/** The conditions of a trace that were met, each once, in the order they are written. */
export function metConditions(trace: Trace): readonly MetCondition[] {
  if ('rules' in trace) return trace.rules.flatMap(metConditions);
  const { field, operator } = trace.condition;
  return trace.met ? [{ field, operator, actual: trace.actual }] : [];
}

type Compiled = { readonly test: Test; readonly trace: (facts: ProfileFacts) => Trace };

function groupOf(group: ReadGroup): Compiled {
  const rules = group.rules.map((rule) => ('rules' in rule ? groupOf(rule) : conditionOf(rule)));
  const tests = rules.map(({ test }) => test);
  const joined = group.combinator === 'and' ? allOf(tests) : anyOf(tests);
  return {
    test: group.not ? (facts) => !joined(facts) : joined,
    trace: (facts) => {
      const traces = rules.map(({ trace }) => trace(facts));
      const isMet = group.combinator === 'and' ? traces.every(({ met }) => met) : traces.some(({ met }) => met);
      return { met: group.not ? !isMet : isMet, group, rules: traces };
    },
  };
}

function allOf(tests: readonly Test[]): Test {
  return (facts) => {
    for (const test of tests) if (!test(facts)) return false;
    return true;
  };
}

function anyOf(tests: readonly Test[]): Test {
  return (facts) => {
    for (const test of tests) if (test(facts)) return true;
    return false;
  };
}

function conditionOf(condition: ReadCondition): Compiled {
  const { field } = condition;
  const test = testOf(condition);
  return { test, trace: (facts) => ({ met: test(facts), condition, actual: facts[field] }) };
}

function testOf({ field, operator, operand }: ReadCondition): Test {
  const { kind, isMany } = FIELDS[field];
  const isThere: Test = (facts) => {
    const value = facts[field];
    return Array.isArray(value) ? value.length > 0 : value !== null;
  };
  if (operator === 'isPresent') return isThere;
  if (operator === 'isMissing') return (facts) => !isThere(facts);
  if (kind === 'number') {
    const holds = numberTest(operator, operand);
    return (facts) => {
      const value = facts[field];
      return typeof value === 'number' && holds(value);
    };
  }
  const denied = deniedBy(operator);
  const holds = textTest(denied ?? operator, operand);
  const wanted = denied === null;
  if (isMany) {
    return (facts) => {
      const values = facts[field];
      return Array.isArray(values) && values.length > 0 && values.some(holds) === wanted;
    };
  }
  return (facts) => {
    const value = facts[field];
    return typeof value === 'string' && holds(value) === wanted;
  };
}

function textTest(operator: Operator, operand: Operand): (value: string) => boolean {
  const texts = operand.kind === 'texts' ? operand.texts : [];
  const [first = ''] = texts;
  switch (operator) {
    case 'equals':
      return (value) => value === first;
    case 'in':
    case 'inList': {
      const set = new Set(texts);
      return (value) => set.has(value);
    }
    case 'beginsWith':
      return (value) => value.startsWith(first);
    case 'contains':
      return (value) => value.includes(first);
    default:
      throw new RangeError(`${operator} does not compare texts`);
  }
}

function numberTest(operator: Operator, operand: Operand): (value: number) => boolean {
  const [first = 0, second = 0] = operand.kind === 'numbers' ? operand.numbers : [];
  switch (operator) {
    case 'equals':
      return (value) => value === first;
    case 'notEquals':
      return (value) => value !== first;
    case 'less':
      return (value) => value < first;
    case 'atMost':
      return (value) => value <= first;
    case 'more':
      return (value) => value > first;
    case 'atLeast':
      return (value) => value >= first;
    case 'between':
      return (value) => value >= first && value <= second;
    default:
      throw new RangeError(`${operator} does not compare numbers`);
  }
}
