import { FIELD_NAMES, FIELDS, type FieldName, type ProfileFacts } from './fields';
import { deniedBy, listsHoldBeginnings, type Operator } from './operators';
import type { Operand, ReadCondition, ReadGroup } from './read-tree';

/**
 * Facts in the order of the fields. Conditions of many fields read one array by its index, which costs a tenth of looking the field up
 * by its name in an object.
 */
export type FactRow = readonly (string | number | readonly string[] | null)[];

/** The facts as predicates read them; made once for all profiles of a consignment. */
export function factRow(facts: ProfileFacts): FactRow {
  return FIELD_NAMES.map((name) => facts[name]);
}

type Test = (row: FactRow) => boolean;

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
  readonly trace: (row: FactRow) => Trace;
};

/**
 * Compiles the conditions of a profile for single consignments. A missing value meets no condition but `isMissing`, a denying one
 * neither; a group with `not` turns round what it says as a whole. `whereProfile` says the same in SQL.
 */
export function predicateOf(tree: ReadGroup): Predicate {
  const { test, trace } = groupOf(tree);
  return { matches: test, trace };
}

/** A condition that was met, as it is kept: the field, the operator, what the field held, and the edition of the list it was held against. */
export type MetCondition = {
  readonly field: FieldName;
  readonly operator: Operator;
  readonly actual: string | number | readonly string[] | null;
  readonly list?: { readonly key: string; readonly version: string };
};

/** The conditions of a trace that were met, each once, in the order they are written. */
export function metConditions(trace: Trace): readonly MetCondition[] {
  if ('rules' in trace) return trace.rules.flatMap(metConditions);
  if (!trace.met) return [];
  const { field, operator, operand } = trace.condition;
  const met = { field, operator, actual: trace.actual };
  if (operand.kind !== 'texts' || !operand.list) return [met];
  const { key, version } = operand.list;
  return [{ ...met, list: { key, version } }];
}

type Compiled = { readonly test: Test; readonly trace: (row: FactRow) => Trace };

function groupOf(group: ReadGroup): Compiled {
  const rules = group.rules.map((rule) => ('rules' in rule ? groupOf(rule) : conditionOf(rule)));
  const tests = rules.map(({ test }) => test);
  const joined = group.combinator === 'and' ? allOf(tests) : anyOf(tests);
  return {
    test: group.not ? (row) => !joined(row) : joined,
    trace: (row) => {
      const traces = rules.map(({ trace }) => trace(row));
      const isMet = group.combinator === 'and' ? traces.every(({ met }) => met) : traces.some(({ met }) => met);
      return { met: group.not ? !isMet : isMet, group, rules: traces };
    },
  };
}

function allOf(tests: readonly Test[]): Test {
  return (row) => {
    for (const test of tests) if (!test(row)) return false;
    return true;
  };
}

function anyOf(tests: readonly Test[]): Test {
  return (row) => {
    for (const test of tests) if (test(row)) return true;
    return false;
  };
}

function conditionOf(condition: ReadCondition): Compiled {
  const place = FIELD_NAMES.indexOf(condition.field);
  const test = testOf(condition, place);
  return { test, trace: (row) => ({ met: test(row), condition, actual: row[place] ?? null }) };
}

function testOf({ field, operator, operand }: ReadCondition, place: number): Test {
  const { kind, isMany } = FIELDS[field];
  const isThere: Test = isMany ? (row) => countAt(row, place) > 0 : (row) => row[place] !== null;
  if (operator === 'isPresent') return isThere;
  if (operator === 'isMissing') return (row) => !isThere(row);
  if (kind === 'number') return numberTest(place, operator, operand);
  const denied = deniedBy(operator);
  const affirmed = denied ?? operator;
  const passes =
    affirmed === 'inList' && listsHoldBeginnings(FIELDS[field])
      ? beginsLikeOneOf(operand)
      : textPasses(affirmed, operand);
  const isSo = (isMany ? anyTextTest : textTest)(place, passes);
  if (denied === null) return isSo;
  return (row) => isThere(row) && !isSo(row);
}

function countAt(row: FactRow, place: number): number {
  const values = row[place];
  return Array.isArray(values) ? values.length : 0;
}

/** Whether one value among many passes. */
function anyTextTest(place: number, passes: Passes): Test {
  return (row) => {
    const values = row[place];
    if (!Array.isArray(values)) return false;
    for (const value of values) if (passes(value)) return true;
    return false;
  };
}

function textTest(place: number, passes: Passes): Test {
  return (row) => {
    const value = row[place];
    return typeof value === 'string' && passes(value);
  };
}

type Passes = (value: string) => boolean;

/** A list may hold thousands: a value is cut to the lengths there are, and each cut looked up. */
function beginsLikeOneOf(operand: Operand): Passes {
  const texts = operand.kind === 'texts' ? operand.texts : [];
  const beginnings = new Set(texts);
  const lengths = [...new Set(texts.map(({ length }) => length))];
  return (value) => lengths.some((length) => length <= value.length && beginnings.has(value.slice(0, length)));
}

function textPasses(operator: Operator, operand: Operand): Passes {
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
    case 'beginsWithAny':
      return (value) => texts.some((text) => value.startsWith(text));
    case 'contains':
      return (value) => value.includes(first);
    default:
      throw new RangeError(`${operator} does not compare texts`);
  }
}

function numberTest(place: number, operator: Operator, operand: Operand): Test {
  const [first = 0, second = 0] = operand.kind === 'numbers' ? operand.numbers : [];
  const over =
    (holds: (value: number) => boolean): Test =>
    (row) => {
      const value = row[place];
      return typeof value === 'number' && holds(value);
    };
  switch (operator) {
    case 'equals':
      return (row) => row[place] === first;
    case 'notEquals':
      return over((value) => value !== first);
    case 'less':
      return over((value) => value < first);
    case 'atMost':
      return over((value) => value <= first);
    case 'more':
      return over((value) => value > first);
    case 'atLeast':
      return over((value) => value >= first);
    case 'between':
      return over((value) => value >= first && value <= second);
    default:
      throw new RangeError(`${operator} does not compare numbers`);
  }
}
