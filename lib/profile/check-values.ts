import { excerpt, type Problem } from '@/lib/kernel/problem';
import { type CodeKind, type Field, fieldOf } from './fields';
import { LISTS_OF } from './named-list';
import { OPERATORS, type Operator } from './operators';
import { type NamedLists, type ReadGroup, readTree, type TreeProblem } from './read-tree';
import { type Condition, depthOf, type Group, isGroup, TREE_LIMITS, TREE_SHAPE } from './tree';

/** The codes that are known of a kind; a kind without an entry is checked by its form alone. Of goods: chapters, headings, subheadings. */
export type KnownCodes = Readonly<Partial<Record<CodeKind, ReadonlySet<string>>>>;

const UPPER: ReadonlySet<CodeKind> = new Set(['country', 'currency', 'office', 'scheme']);
const LOWER: ReadonlySet<CodeKind> = new Set(['regime', 'channel', 'transactionType', 'collectionModel', 'partner']);
const PREFIXED: ReadonlySet<string> = new Set([
  ...(['beginsWith', 'notBeginsWith', 'beginsWithAny', 'notBeginsWithAny'] as const),
  ...(['contains', 'notContains'] as const),
]);
/** Fewer characters are in nearly every text. */
const TEXT_CHARS_LEAST = 2;

/** A code as it is kept: without blanks around it, in its case, goods without points and blanks within. */
export function settledCode(kind: CodeKind | null, text: string): string {
  const trimmed = text.trim();
  if (kind === null) return trimmed;
  if (kind === 'hs') return trimmed.replace(/[\s.]/g, '');
  return UPPER.has(kind) ? trimmed.toUpperCase() : LOWER.has(kind) ? trimmed.toLowerCase() : trimmed;
}

/** Values as they are kept: codes settled, what is empty among several left out, and each of several once. */
function settled(group: Group): Group {
  return { ...group, rules: group.rules.map((rule) => (isGroup(rule) ? settled(rule) : settledCondition(rule))) };
}

function settledCondition(condition: Condition): Condition {
  const { field: name, operator, value } = condition;
  const field = fieldOf(name);
  if (!field || field.kind === 'number' || !Object.hasOwn(OPERATORS, operator)) return condition;
  const takes = OPERATORS[operator as Operator];
  const settle = (one: unknown) => (typeof one === 'string' ? settledCode(field.codes, one) : one);
  if (takes === 'one') return { ...condition, value: settle(value) };
  if (takes !== 'several' || !Array.isArray(value)) return condition;
  return { ...condition, value: [...new Set(value.map(settle))].filter((one) => one !== '' && one !== null) };
}

/** The conditions of a draft, whatever was typed of them. */
export function treeOf(draft: unknown): unknown {
  return typeof draft === 'object' && draft !== null && 'tree' in draft ? draft.tree : null;
}

/** Problems of conditions, their places told from the whole draft: `tree.rules.0.value`. */
export function inDraft(problems: readonly Problem[]): Problem[] {
  return problems.map((one) => ({ ...one, pointer: one.pointer === '' ? 'tree' : `tree.${one.pointer}` }));
}

/** Whether two sets of conditions say the same, however their values were typed. */
export function isSameTree(one: unknown, other: unknown): boolean {
  const [a, b] = [TREE_SHAPE.safeParse(one), TREE_SHAPE.safeParse(other)];
  return a.success && b.success && JSON.stringify(settled(a.data)) === JSON.stringify(settled(b.data));
}

/**
 * Conditions as somebody writes them: their values settled, then read, then held against what can be. Stored versions are read by
 * `readTree` alone, so that what was approved goes on meaning what it meant when a list of codes changes.
 */
export function checkTree(
  given: unknown,
  lists: NamedLists,
  known: KnownCodes,
): { readonly tree: Group; readonly group: ReadGroup } | { readonly problems: readonly Problem[] } {
  const shaped = depthOf(given) > TREE_LIMITS.depth ? null : TREE_SHAPE.safeParse(given);
  const tree = shaped?.success ? settled(shaped.data) : null;
  const read = readTree(tree ?? given, lists);
  const unread = 'problems' in read ? read.problems : [];
  const places = new Set(unread.map(({ pointer }) => pointer));
  const wrong = tree === null ? [] : problemsIn(tree, '', lists, known).filter(({ pointer }) => !places.has(pointer));
  if ('problems' in read || tree === null || wrong.length > 0) return { problems: [...unread, ...wrong] };
  return { tree, group: read.group };
}

function problemsIn(group: Group, at: string, lists: NamedLists, known: KnownCodes): Problem[] {
  return group.rules.flatMap((rule, index) => {
    const place = `${at === '' ? '' : `${at}.`}rules.${index}`;
    return isGroup(rule) ? problemsIn(rule, place, lists, known) : valueProblems(rule, `${place}.value`, lists, known);
  });
}

function valueProblems({ field: name, operator, value }: Condition, at: string, lists: NamedLists, known: KnownCodes) {
  const field = fieldOf(name);
  if (!field || !Object.hasOwn(OPERATORS, operator)) return [];
  const takes = OPERATORS[operator as Operator];
  if (takes === 'list') {
    const kind = lists.get(String(value))?.kind ?? null;
    return kind === null || LISTS_OF[kind](field) ? [] : [problem('list_unfit', at, value)];
  }
  const values = takes === 'none' ? [] : Array.isArray(value) ? value : [value];
  for (const one of values) {
    // What is not there yet is missing, which the reader says.
    if (one === null || one === '') continue;
    const code = field.kind === 'number' ? outOfRange(field, one) : unfit(field, operator, String(one), known);
    if (code === null) continue;
    const [least, most] = field.range ?? [0, 0];
    return [problem(code, at, one, field.range ? { least, most } : undefined)];
  }
  return [];
}

function outOfRange({ range }: Field, value: unknown): TreeProblem | null {
  const [least, most] = range ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  if (typeof value !== 'number') return null;
  return value < least ? 'number_low' : value > most ? 'number_high' : null;
}

/** What keeps a text from being a value of the field; null where it can be. */
export function unfit(
  { kind, codes }: Pick<Field, 'kind' | 'codes'>,
  operator: string,
  text: string,
  known: KnownCodes,
): TreeProblem | null {
  const isPart = PREFIXED.has(operator);
  if (kind === 'text') return isPart && text.length < TEXT_CHARS_LEAST ? 'text_short' : null;
  if (codes === 'hs') return unfitGoods(text, isPart, known.hs);
  if (isPart || codes === null) return null;
  if (codes === 'country' && !/^[A-Z]{2}$/.test(text)) return 'country_form';
  if (codes === 'currency' && !/^[A-Z]{3}$/.test(text)) return 'currency_form';
  const all = known[codes];
  return all && !all.has(text) ? 'value_unknown' : null;
}

/** The nomenclature is known down to subheadings: what lies below is taken by its subheading. */
function unfitGoods(text: string, isPart: boolean, known: ReadonlySet<string> | undefined): TreeProblem | null {
  if (!/^\d{2,10}$/.test(text)) return 'hs_form';
  if (!isPart && text.length < 6) return 'hs_whole';
  const even = Math.min(6, text.length - (text.length % 2));
  return known && !known.has(text.slice(0, even)) ? 'value_unknown' : null;
}

function problem(code: TreeProblem, pointer: string, value: unknown, params?: Problem['params']): Problem {
  return { code, severity: 'error', pointer, value: excerpt(String(value)), params };
}
