import { useTranslations } from 'next-intl';
import type { PolicyCurrency } from '@/lib/policy/policy';
import { type Field, fieldOf } from '@/lib/profile/fields';
import { OPERATORS, type Operator } from '@/lib/profile/operators';
import { type Condition, type Group, isGroup } from '@/lib/profile/tree';
import { useFigure } from './use-figure';
import { useListTitle } from './use-list-title';

/** A line of conditions as a person reads it, and how deep it lies. */
export type ConditionLine = { readonly key: string; readonly depth: number; readonly text: string };

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
  const valueText = (field: Field, operator: Operator, value: unknown): string => {
    const takes = OPERATORS[operator];
    const values = Array.isArray(value) ? value.map((one) => figure(field, one)) : [];
    if (takes === 'none') return '';
    if (takes === 'bounds') return t('words.between', { from: values[0] ?? '', to: values[1] ?? '' });
    if (takes === 'several') return values.join(', ');
    return takes === 'list' ? t('words.list', { list: titleOf(String(value)) }) : figure(field, value);
  };
  const conditionText = ({ field: name, operator, value }: Condition): string => {
    const field = fieldOf(name);
    if (!field || !Object.hasOwn(OPERATORS, operator)) return `${name} ${operator}`;
    const known = operator as Operator;
    const label = t(`field.${name as 'score'}`);
    return [label, t(`operator.${known}`), valueText(field, known, value)].filter(Boolean).join(' ');
  };
  const groupText = ({ combinator, not }: Group) =>
    combinator === 'and' ? t(not ? 'words.notAll' : 'words.all') : t(not ? 'words.notAny' : 'words.any');
  const linesOf = (group: Group, depth: number, at: string): ConditionLine[] => [
    { key: `${at}head`, depth, text: groupText(group) },
    ...group.rules.flatMap((rule, index) =>
      isGroup(rule)
        ? linesOf(rule, depth + 1, `${at}${index}.`)
        : [{ key: `${at}${index}`, depth: depth + 1, text: conditionText(rule) }],
    ),
  ];
  return (tree) => linesOf(tree, 0, '');
}
