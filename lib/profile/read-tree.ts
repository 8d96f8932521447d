import { foldText } from '@/lib/consignment/fold';
import { excerpt, type Problem } from '@/lib/kernel/problem';
import { type Field, type FieldName, fieldOf } from './fields';
import type { ListedKind } from './named-list';
import { OPERATORS, OPERATORS_OF, type Operator } from './operators';
import { type Condition, depthOf, type Group, isGroup, TREE_LIMITS, TREE_SHAPE } from './tree';

/** A list that conditions name by its key: an edition of it, whose version stays with the profile that was read with it. */
export type NamedList = {
  readonly key: string;
  readonly version: string;
  readonly values: readonly string[];
  /** What it holds; absent where it fits any field. */
  readonly kind?: ListedKind;
};
export type NamedLists = ReadonlyMap<string, NamedList>;

/** What a condition compares with, in the form the field is kept in. */
export type Operand =
  | { readonly kind: 'none' }
  | { readonly kind: 'texts'; readonly texts: readonly string[]; readonly list: NamedList | null }
  | { readonly kind: 'numbers'; readonly numbers: readonly number[] };

export type ReadCondition = { readonly field: FieldName; readonly operator: Operator; readonly operand: Operand };
export type ReadGroup = {
  readonly combinator: 'and' | 'or';
  readonly not: boolean;
  readonly rules: readonly (ReadGroup | ReadCondition)[];
};

/** The lists that conditions name, each once, with the edition they were read with: `key edition`. */
export function listsIn(group: ReadGroup): readonly string[] {
  const named = group.rules.flatMap((rule) => {
    if ('rules' in rule) return listsIn(rule);
    const list = rule.operand.kind === 'texts' ? rule.operand.list : null;
    return list ? [`${list.key} ${list.version}`] : [];
  });
  return [...new Set(named)].sort();
}

/** Codes of what makes a tree unusable; the sentence of each stands in the catalogue under `profile.problem.<code>`. */
export const TREE_PROBLEMS = [
  'tree_shape',
  'too_deep',
  'too_many_conditions',
  'group_empty',
  'field_unknown',
  'operator_unknown',
  'operator_unfit',
  'value_required',
  'value_unfit',
  'values_too_many',
  'bounds_reversed',
  'list_unknown',
  'list_empty',
  'value_unknown',
  'country_form',
  'currency_form',
  'hs_form',
  'hs_whole',
  'number_low',
  'number_high',
  'text_short',
  'list_unfit',
] as const;
export type TreeProblem = (typeof TREE_PROBLEMS)[number];

/**
 * Reads the conditions of a profile. Anything unknown is a problem and nothing is read: a condition that was left out in silence
 * would widen what the profile selects. Pointers name the node: `rules.0.rules.2.value`.
 */
export function readTree(
  tree: unknown,
  lists: NamedLists,
): { readonly group: ReadGroup } | { readonly problems: readonly Problem[] } {
  if (depthOf(tree) > TREE_LIMITS.depth) return { problems: [problem('too_deep', '', TREE_LIMITS.depth)] };
  const shaped = TREE_SHAPE.safeParse(tree);
  if (!shaped.success) {
    const [first] = shaped.error.issues;
    return { problems: [problem('tree_shape', first?.path.join('.') ?? '')] };
  }
  const reader = new Reader(lists);
  const group = reader.group(shaped.data, '');
  if (reader.conditions > TREE_LIMITS.conditions) {
    return { problems: [problem('too_many_conditions', '', TREE_LIMITS.conditions)] };
  }
  return reader.problems.length > 0 ? { problems: reader.problems } : { group };
}

function problem(code: TreeProblem, pointer: string, most?: number, value?: unknown): Problem {
  const shown = value === undefined || value === null ? undefined : excerpt(String(value));
  return { code, severity: 'error', pointer, value: shown, params: most === undefined ? undefined : { most } };
}

class Reader {
  readonly problems: Problem[] = [];
  conditions = 0;

  constructor(private readonly lists: NamedLists) {}

  group({ combinator, not, rules }: Group, at: string): ReadGroup {
    if (rules.length === 0) this.problems.push(problem('group_empty', at));
    const read = rules.flatMap((rule, index): readonly (ReadGroup | ReadCondition)[] => {
      const place = `${at === '' ? '' : `${at}.`}rules.${index}`;
      return isGroup(rule) ? [this.group(rule, place)] : this.condition(rule, place);
    });
    return { combinator, not, rules: read };
  }

  private condition({ field: name, operator, value }: Condition, at: string): readonly ReadCondition[] {
    this.conditions += 1;
    const field = fieldOf(name);
    if (!field) return this.refuse('field_unknown', `${at}.field`, name);
    if (!Object.hasOwn(OPERATORS, operator)) return this.refuse('operator_unknown', `${at}.operator`, operator);
    const known = operator as Operator;
    if (!OPERATORS_OF[field.kind].includes(known)) return this.refuse('operator_unfit', `${at}.operator`, operator);
    const operand = this.operand(field, known, value, `${at}.value`);
    return operand ? [{ field: name as FieldName, operator: known, operand }] : [];
  }

  private operand(field: Field, operator: Operator, value: unknown, at: string): Operand | null {
    const takes = OPERATORS[operator];
    if (takes === 'none') return { kind: 'none' };
    if (takes === 'list') return this.list(field, value, at);
    const given = takes === 'one' ? [value] : value;
    if (!Array.isArray(given) || given.length === 0 || given.some((one) => one === null || one === '')) {
      this.refuse('value_required', at, value);
      return null;
    }
    if (given.length > TREE_LIMITS.values) {
      this.problems.push(problem('values_too_many', at, TREE_LIMITS.values));
      return null;
    }
    return field.kind === 'number' ? this.numbers(given, takes === 'bounds', at) : this.texts(field, given, at);
  }

  private list(field: Field, value: unknown, at: string): Operand | null {
    if (value === null || value === '') {
      this.refuse('value_required', at, value);
      return null;
    }
    const list = typeof value === 'string' ? this.lists.get(value) : undefined;
    if (!list || list.values.length === 0) {
      this.refuse(list ? 'list_empty' : 'list_unknown', at, value);
      return null;
    }
    return { kind: 'texts', texts: list.values.map(keptAs(field)), list };
  }

  private texts(field: Field, given: readonly unknown[], at: string): Operand | null {
    const texts = given.filter((one) => typeof one === 'string' && one.length <= TREE_LIMITS.textChars);
    const kept = texts.map((one) => keptAs(field)(String(one)));
    // What folds to nothing would be contained in everything.
    if (kept.length < given.length || kept.some((one) => one === '' || one.includes('\u0000'))) {
      this.refuse('value_unfit', at, given);
      return null;
    }
    return { kind: 'texts', texts: kept, list: null };
  }

  private numbers(given: readonly unknown[], areBounds: boolean, at: string): Operand | null {
    const numbers = given.filter((one): one is number => Number.isSafeInteger(one));
    if (numbers.length < given.length || (areBounds && numbers.length !== 2)) {
      this.refuse('value_unfit', at, given);
      return null;
    }
    const [from = 0, to = 0] = numbers;
    if (areBounds && from > to) {
      this.refuse('bounds_reversed', at, given);
      return null;
    }
    return { kind: 'numbers', numbers };
  }

  private refuse(code: TreeProblem, pointer: string, value: unknown): readonly [] {
    this.problems.push(problem(code, pointer, undefined, value));
    return [];
  }
}

/** A value in the form its field is kept in: text folded, a code as it stands. */
function keptAs(field: Field): (value: string) => string {
  return field.kind === 'text' ? foldText : (value) => value;
}
