'use client';

import { useTranslations } from 'next-intl';
import { useActionState, useState } from 'react';
import { type ActionState, IDLE } from '@/components/forms/action-state';
import { Outcome, useFieldError } from '@/components/forms/outcome';
import { SelectField, TextAreaField, TextField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { fieldsOf, valueFrom } from '@/lib/policy/value-fields';
import { groupsOf, isFixed } from '@/lib/policy/value-groups';
import { ValueDiff } from './value-diff';
import { ValueGroupFields } from './value-group-fields';

type ChangeFormProps = {
  kind: string;
  paramKey: string;
  /** What is in force today: the form begins with it, and each part keeps its kind. */
  value: Readonly<Record<string, unknown>>;
  /** What the fields begin with, where a simulation tried it; what is in force where absent. */
  start?: Readonly<Record<string, unknown>>;
  laws: readonly { readonly id: string; readonly name: string }[];
  /** The earliest day a change may begin. */
  earliest: string;
  action: (previous: ActionState, input: FormData) => Promise<ActionState>;
};

/** Writes a change of one parameter: its parts in groups, what they alter, the law, the period and the reason. */
export function ChangeForm({ kind, paramKey, value, start = value, laws, earliest, action }: ChangeFormProps) {
  const t = useTranslations('policy.form');
  const tForms = useTranslations('forms');
  const fields = fieldsOf(start);
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(fields.map(({ name, text }) => [name, text])),
  );
  const changed = valueFrom(start, texts);
  const [state, dispatch] = useActionState((previous: ActionState, form: FormData): Promise<ActionState> => {
    for (const name of [...form.keys()]) if (name.startsWith('part.')) form.delete(name);
    form.set('value', JSON.stringify(changed));
    return action(previous, form);
  }, IDLE);
  const errorOf = useFieldError(state);
  const typed = state.status === 'invalid' ? state.values : {};
  const groups = groupsOf(start);
  const first = groups[0]?.fields.find(({ name }) => !isFixed(name));
  return (
    <form action={dispatch} className="flex max-w-5xl flex-col gap-4" noValidate>
      <Outcome
        state={state}
        labels={{
          instrumentId: t('law'),
          key: t('key'),
          value: t('value'),
          validFrom: t('from'),
          validTo: t('to'),
          reason: tForms('reason'),
        }}
        ids={first ? { value: `part.${first.name}` } : {}}
      />
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="key" value={paramKey} />
      {groups.map((group, index) => (
        <ValueGroupFields
          key={group.id}
          group={group}
          texts={texts}
          onText={(name, text) => setTexts((before) => ({ ...before, [name]: text }))}
          error={index === 0 ? errorOf('value') : undefined}
        />
      ))}
      <section aria-label={t('difference')} className="rounded-md border border-line bg-sunken p-3">
        <h3 className="mb-1 font-semibold text-sm">{t('difference')}</h3>
        <ValueDiff before={value} after={changed} />
      </section>
      <SelectField
        name="instrumentId"
        label={t('law')}
        prompt={t('chooseLaw')}
        error={errorOf('instrumentId')}
        defaultValue={typed.instrumentId ?? ''}
        options={laws.map(({ id, name }) => ({ value: id, label: name, isData: true }))}
      />
      <div className="grid items-start gap-3 sm:grid-cols-2">
        <TextField
          name="validFrom"
          type="date"
          label={t('from')}
          hint={t('fromHint')}
          error={errorOf('validFrom')}
          defaultValue={typed.validFrom ?? earliest}
        />
        <TextField
          name="validTo"
          type="date"
          label={t('to')}
          hint={t('toHint')}
          error={errorOf('validTo')}
          defaultValue={typed.validTo ?? ''}
        />
      </div>
      <TextAreaField
        name="reason"
        label={tForms('reason')}
        hint={tForms('reasonHint')}
        error={errorOf('reason')}
        rows={2}
        maxLength={500}
        defaultValue={typed.reason ?? ''}
      />
      <div>
        <SubmitButton>{t('save')}</SubmitButton>
      </div>
    </form>
  );
}
