import { useTranslations } from 'next-intl';
import type { PolicyCurrency } from '@/lib/policy/policy';
import { type Field, fieldOf } from '@/lib/profile/fields';
import { OPERATORS, type Operator } from '@/lib/profile/operators';
import { type Condition, type Group, isGroup } from '@/lib/profile/tree';
import type { WordedLine } from '@/lib/profile/version-changes';
import { useFigure } from './use-figure';
import { useListTitle } from './use-list-title';

/** A line of conditions as a person reads it, and how deep it lies. */
export type ConditionLine = WordedLine & { readonly key: string; readonly depth: number; readonly text: string };

/** What a condition asks; of several values in whatever order they stand. */
const meaningOf = ({ field, operator, value }: Condition) => [
  field,
  operator,
  Array.isArray(value) && operator !== 'between' ? [...value].sort() : value,
];

/** Puts conditions into words, one line a condition or group; lists that people keep by their titles. */
export function useConditionWords(
  currency: PolicyCurrency,
  listTitles: ReadonlyMap<string, string>,
): (tree: Group) => readonly ConditionLine[] {
  const t = useTranslations('profile');
  const figureText = useFigure(currency);
  const figure = (field: Field, value: unknown) =>
    typeof value === 'number' ? figureText(field, value) : String(value ?? '');
  const titleOf = useListTitle(listTitles);
  const valuesOf = (field: Field, operator: Operator, value: unknown): readonly string[] => {
    const takes = OPERATORS[operator];
    const values = Array.isArray(value) ? value.map((one) => figure(field, one)) : [];
    if (takes === 'none') return [];
    if (takes === 'bounds') return [t('words.between', { from: values[0] ?? '', to: values[1] ?? '' })];
    if (takes === 'several') return values;
    return [takes === 'list' ? t('words.list', { list: titleOf(String(value)) }) : figure(field, value)];
  };
  const conditionWords = ({ field: name, operator, value }: Condition) => {
    const field = fieldOf(name);
    if (!field || !Object.hasOwn(OPERATORS, operator)) return { head: `${name} ${operator}`, values: [] };
    const known = operator as Operator;
    return {
      head: `${t(`field.${name as 'score'}`)} ${t(`operator.${known}`)}`,
      values: valuesOf(field, known, value),
    };
  };
  const groupText = ({ combinator, not }: Group) =>
    combinator === 'and' ? t(not ? 'words.notAll' : 'words.all') : t(not ? 'words.notAny' : 'words.any');
  const lineOf = (words: { head: string; values: readonly string[] }, key: string, depth: number, means: unknown) => ({
    ...words,
    key,
    depth,
    text: [words.head, words.values.join(', ')].filter(Boolean).join(' '),
    meaning: `${depth} ${JSON.stringify(means)}`,
  });
  const linesOf = (group: Group, depth: number, at: string): ConditionLine[] => [
    lineOf({ head: groupText(group), values: [] }, `${at}head`, depth, [group.combinator, group.not]),
    ...group.rules.flatMap((rule, index) =>
      isGroup(rule)
        ? linesOf(rule, depth + 1, `${at}${index}.`)
        : [lineOf(conditionWords(rule), `${at}${index}`, depth + 1, meaningOf(rule))],
    ),
  ];
  return (tree) => linesOf(tree, 0, '');
}
