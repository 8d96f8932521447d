'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import {
  type ActionProps,
  type CombinatorSelectorProps,
  type FieldSelectorProps,
  type NotToggleProps,
  type OperatorSelectorProps,
  QueryBuilder,
  type RuleGroupType,
} from 'react-querybuilder';
import { Button } from '@/components/ui/button';
import type { Problem } from '@/lib/kernel/problem';
import type { PolicyCurrency } from '@/lib/policy/policy';
import { FIELD_NAMES, fieldOf } from '@/lib/profile/fields';
import { OPERATORS_OF } from '@/lib/profile/operators';
import { type Codes, ConditionContext } from './condition-context';
import { ConditionValue } from './condition-value';
import { Choice, type EditorContext } from './value-editor';

type ConditionsEditorProps = {
  query: RuleGroupType;
  onChange: (query: RuleGroupType) => void;
  currency: PolicyCurrency;
  codes: Codes;
  /** What is wrong with the conditions, each at its place. */
  problems: readonly Problem[];
};

/** Writes the conditions of a profile as groups in groups, every control with a name of its own. */
export function ConditionsEditor({ query, onChange, currency, codes, problems }: ConditionsEditorProps) {
  const t = useTranslations('profile');
  const context = useMemo(() => ({ codes, problems }), [codes, problems]);
  const fields = FIELD_NAMES.map((name) => ({ name, value: name, label: t(`field.${name}`) }));
  return (
    <div className="[&_.rule]:flex [&_.rule]:items-start [&_.rule>button]:mt-5 max-sm:[&_.rule]:flex-wrap [&_.rule]:gap-2 [&_.ruleGroup-body]:flex [&_.ruleGroup-body]:flex-col [&_.ruleGroup-body]:gap-2 [&_.ruleGroup-header]:mb-2 [&_.ruleGroup-header]:flex [&_.ruleGroup-header]:flex-wrap [&_.ruleGroup-header]:items-center [&_.ruleGroup-header]:gap-2 [&_.ruleGroup]:rounded-md [&_.ruleGroup]:border [&_.ruleGroup]:border-line [&_.ruleGroup]:bg-sunken/40 [&_.ruleGroup]:p-3">
      <ConditionContext value={context}>
        <QueryBuilder
          fields={fields}
          query={query}
          context={{ currency } satisfies EditorContext}
          onQueryChange={onChange}
          getOperators={(field) =>
            OPERATORS_OF[fieldOf(field)?.kind ?? 'code'].map((name) => ({
              name,
              value: name,
              label: t(`operator.${name}`),
            }))
          }
          resetOnFieldChange
          resetOnOperatorChange
          showNotToggle
          addRuleToNewGroups
          enableDragAndDrop={false}
          controlElements={{
            combinatorSelector: Combinator,
            notToggle: NotToggle,
            fieldSelector: FieldChoice,
            operatorSelector: OperatorChoice,
            valueEditor: ConditionValue,
            addRuleAction: AddCondition,
            addGroupAction: AddGroup,
            removeRuleAction: RemoveCondition,
            removeGroupAction: RemoveGroup,
          }}
        />
      </ConditionContext>
    </div>
  );
}

function Combinator({ value, handleOnChange }: CombinatorSelectorProps) {
  const t = useTranslations('profile.editor');
  const options = [
    { value: 'and', label: t('all') },
    { value: 'or', label: t('any') },
  ];
  return <Choice label={t('combinator')} value={value ?? 'and'} options={options} onChange={handleOnChange} isInline />;
}

function NotToggle({ checked = false, handleOnChange }: NotToggleProps) {
  const t = useTranslations('profile.editor');
  return (
    <label className="flex min-h-target items-center gap-1.5 text-sm">
      <input type="checkbox" checked={checked} onChange={(event) => handleOnChange(event.currentTarget.checked)} />
      {t('not')}
    </label>
  );
}

function FieldChoice({ value, options, handleOnChange }: FieldSelectorProps) {
  const t = useTranslations('profile.editor');
  return <Choice label={t('field')} value={value ?? ''} options={plain(options)} onChange={handleOnChange} />;
}

function OperatorChoice({ value, options, handleOnChange }: OperatorSelectorProps) {
  const t = useTranslations('profile.editor');
  return <Choice label={t('operator')} value={value ?? ''} options={plain(options)} onChange={handleOnChange} />;
}

/** The options of the library are options or groups of them; ours are never grouped. */
function plain(options: FieldSelectorProps['options'] | OperatorSelectorProps['options']) {
  return [...options].flatMap((one) =>
    'options' in one ? [] : [{ value: String(one.value), label: String(one.label) }],
  );
}

function AddCondition({ handleOnClick }: ActionProps) {
  const t = useTranslations('profile.editor');
  return (
    <Button size="sm" onClick={handleOnClick}>
      {t('addCondition')}
    </Button>
  );
}

function AddGroup({ handleOnClick }: ActionProps) {
  const t = useTranslations('profile.editor');
  return (
    <Button size="sm" onClick={handleOnClick}>
      {t('addGroup')}
    </Button>
  );
}

function RemoveCondition({ handleOnClick }: ActionProps) {
  const t = useTranslations('profile.editor');
  return <Remove label={t('removeCondition')} onClick={handleOnClick} />;
}

function RemoveGroup({ handleOnClick }: ActionProps) {
  const t = useTranslations('profile.editor');
  return <Remove label={t('removeGroup')} onClick={handleOnClick} />;
}

function Remove({ label, onClick }: { label: string; onClick: ActionProps['handleOnClick'] }) {
  return (
    <Button variant="ghost" size="sm" aria-label={label} title={label} onClick={onClick}>
      <X className="size-4" aria-hidden="true" />
    </Button>
  );
}
