'use client';

import { useTranslations } from 'next-intl';
import { use, useId } from 'react';
import type { ValueEditorProps } from 'react-querybuilder';
import { FieldError } from '@/components/ui/field-frame';
import { type Field, type FieldName, fieldOf } from '@/lib/profile/fields';
import { LISTS_OF } from '@/lib/profile/named-list';
import { OPERATORS, type Operator } from '@/lib/profile/operators';
import { Choice } from './choice';
import { CodeCombobox } from './code-combobox';
import { type CodeOption, ConditionContext } from './condition-context';
import { conditionId, pathText, pointerOf, useProblemText } from './use-problem-text';
import { OfCondition, ValueEditor } from './value-editor';

/** The lists of the policy in force, by what their fields hold. */
const POLICY_LISTS = { customs_territory: 'country', scheme_states: 'scheme' } as const;

/** Comparisons with a whole name; a part of one is typed. */
const WHOLE: ReadonlySet<string> = new Set<Operator>(['equals', 'notEquals', 'in', 'notIn']);

/** Fields whose values are names or numbers that consignments bore of late. */
const NAMED: ReadonlySet<string> = new Set<FieldName>(['marketplace', 'sellerName', 'schemeId']);
const NONE: readonly CodeOption[] = [];

/** What a condition compares with, chosen from known codes where there are any, with what is wrong with it beside it. */
export function ConditionValue(props: ValueEditorProps) {
  const { problems } = use(ConditionContext);
  const problemText = useProblemText();
  const errorId = useId();
  const pointer = `${pointerOf(props.path)}.value`;
  const problem = problems.find((one) => one.pointer === pointer);
  return (
    <span className="flex min-w-32 flex-1 flex-col gap-1">
      <span className="flex flex-wrap gap-2">
        <Value {...props} id={conditionId(pointer)} errorId={problem ? errorId : undefined} />
      </span>
      <FieldError id={errorId} error={problem ? problemText({ ...problem, pointer: '' }) : undefined} />
    </span>
  );
}

function Value({ id, errorId, ...props }: ValueEditorProps & { id: string; errorId?: string }) {
  const t = useTranslations('profile.editor');
  const { codes } = use(ConditionContext);
  const { field: name, operator, value, handleOnChange } = props;
  const field = fieldOf(name);
  const place = pathText(props.path);
  const takes = Object.hasOwn(OPERATORS, operator) ? OPERATORS[operator as Operator] : 'none';
  if (field && takes === 'list') {
    return <ListChoice id={id} field={field} place={place} value={String(value ?? '')} onChange={handleOnChange} />;
  }
  const isNamed = WHOLE.has(operator) && NAMED.has(name);
  if (!(field?.codes || isNamed) || (takes !== 'one' && takes !== 'several')) {
    return <ValueEditor {...props} id={id} errorId={errorId} />;
  }
  const closed = field?.codes ? codes.options[field.codes] : undefined;
  // The same control before the codes are there as after: what is being typed then stays, and is offered its codes.
  const options = closed ?? (isNamed ? codes.names[name as FieldName] : undefined) ?? NONE;
  const isMany = takes === 'several';
  const chosen = [value].flat().filter((one): one is string => typeof one === 'string' && one !== '');
  return (
    <CodeCombobox
      key={`${name} ${operator}`}
      id={id}
      label={<OfCondition text={isMany ? t('codes') : t('value')} place={place} />}
      options={options}
      value={chosen}
      onChange={(next) => handleOnChange(isMany ? next : (next[0] ?? ''))}
      isMany={isMany}
      isFree={closed === undefined}
      errorId={errorId}
    />
  );
}

type ListChoiceProps = { id: string; field: Field; place: string; value: string; onChange: (key: string) => void };

function ListChoice({ id, field, place, value, onChange }: ListChoiceProps) {
  const t = useTranslations('profile');
  const { codes } = use(ConditionContext);
  const ofPolicy = (Object.keys(POLICY_LISTS) as (keyof typeof POLICY_LISTS)[])
    .filter((key) => POLICY_LISTS[key] === field.codes)
    .map((key) => ({ value: key as string, label: t(`list.${key}`) }));
  const kept = codes.lists
    .filter(({ kind }) => LISTS_OF[kind](field))
    .map(({ key, title }) => ({ value: key, label: title }));
  const offered = [...ofPolicy, ...kept];
  // A list that is gone, or has no edition in force yet, is shown rather than put aside in silence.
  const missing = value !== '' && !offered.some((one) => one.value === value) ? [{ value, label: value }] : [];
  const none = { value: '', label: t(offered.length === 0 ? 'editor.noList' : 'editor.chooseList') };
  const label = <OfCondition text={t('editor.list')} place={place} />;
  return <Choice id={id} label={label} value={value} options={[none, ...offered, ...missing]} onChange={onChange} />;
}
