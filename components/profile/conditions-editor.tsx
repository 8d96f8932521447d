'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import {
  type ActionProps,
  type FieldSelectorProps,
  type OperatorSelectorProps,
  QueryBuilder,
  type RuleGroupType,
} from 'react-querybuilder';
import type { Problem } from '@/lib/kernel/problem';
import type { PolicyCurrency } from '@/lib/policy/policy';
import { fieldOf } from '@/lib/profile/fields';
import { OPERATORS_OF } from '@/lib/profile/operators';
import { Choice } from './choice';
import { type Codes, ConditionContext } from './condition-context';
import { GroupBody, GroupHead, Remove } from './condition-group';
import { ConditionValue } from './condition-value';
import { FIELD_GROUPS } from './field-groups';
import { useFollowingFocus } from './use-following-focus';
import { pathText } from './use-problem-text';
import type { EditorContext } from './value-editor';

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
  const { box, ...followed } = useFollowingFocus(query);
  const fields = FIELD_GROUPS.map(({ group, names }) => ({
    label: t(`fieldGroup.${group}`),
    options: names.map((name) => ({ name, value: name, label: t(`field.${name}`) })),
  }));
  return (
    <div
      ref={box}
      className="[&_.rule]:flex [&_.rule]:items-start [&_.rule>button]:mt-5 [&_.rule]:flex-wrap [&_.rule]:gap-2 [&_.ruleGroup-body]:flex [&_.ruleGroup-body]:flex-col [&_.ruleGroup-body]:gap-2 [&_.ruleGroup-header]:mb-2 [&_.ruleGroup-header]:flex [&_.ruleGroup-header]:flex-wrap [&_.ruleGroup-header]:items-center [&_.ruleGroup-header]:gap-2 [&_.ruleGroup]:rounded-md [&_.ruleGroup]:border [&_.ruleGroup]:border-line [&_.ruleGroup]:bg-sunken/40 [&_.ruleGroup]:p-3"
    >
      <ConditionContext value={context}>
        <QueryBuilder
          {...followed}
          fields={fields}
          getDefaultField="commodityCodes"
          getDefaultOperator={(field) => (fieldOf(field)?.codes === 'hs' ? 'beginsWith' : 'equals')}
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
          addRuleToNewGroups
          enableDragAndDrop={false}
          controlElements={{
            ruleGroupHeaderElements: GroupHead,
            ruleGroupBodyElements: GroupBody,
            fieldSelector: FieldChoice,
            operatorSelector: OperatorChoice,
            valueEditor: ConditionValue,
            removeRuleAction: RemoveCondition,
          }}
        />
      </ConditionContext>
    </div>
  );
}

function FieldChoice({ value, options, path, handleOnChange }: FieldSelectorProps) {
  const t = useTranslations('profile.editor');
  const label = t.rich('fieldOf', {
    place: pathText(path),
    number: (chunks) => (
      <span className="font-semibold text-ink" translate="no">
        {chunks}
      </span>
    ),
  });
  return <Choice label={label} value={value ?? ''} options={plain(options)} onChange={handleOnChange} />;
}

function OperatorChoice({ value, options, path, handleOnChange }: OperatorSelectorProps) {
  const t = useTranslations('profile.editor');
  const label = (
    <>
      {t('operator')}
      <span className="sr-only"> {t('ofCondition', { place: pathText(path) })}</span>
    </>
  );
  return <Choice label={label} value={value ?? ''} options={plain(options)} onChange={handleOnChange} />;
}

type Named = { readonly value?: unknown; readonly label: string };

/** The options of the library, or groups of them, without what only the library needs. */
function plain(options: readonly (Named | { readonly label: string; readonly options: readonly Named[] })[]) {
  const option = ({ value, label }: Named) => ({ value: String(value), label });
  return options.map((one) =>
    'options' in one ? { label: one.label, options: one.options.map(option) } : option(one),
  );
}

function RemoveCondition({ path, handleOnClick }: ActionProps) {
  const t = useTranslations('profile.editor');
  return <Remove label={t('removeCondition', { place: pathText(path) })} onClick={handleOnClick} />;
}
