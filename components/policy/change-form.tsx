'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, startTransition, useActionState, useState } from 'react';
import { type ActionState, IDLE } from '@/components/forms/action-state';
import { Outcome, useFieldError } from '@/components/forms/outcome';
import { SelectField, TextAreaField, TextField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { fieldsOf, inKindsOf, valueFrom } from '@/lib/policy/value-fields';
import { AddParameter } from './add-parameter';
import { ChangePartFields } from './change-part-fields';
import type { NamedValue, PartValue } from './named-value';
import { usePartProblem } from './use-part-problem';

type Action = (previous: ActionState, input: FormData) => Promise<ActionState>;
type ChangeFormProps = {
  /** Every parameter a change may alter, as it stands today or as one of its kind begins. */
  standing: readonly NamedValue[];
  /** The parameters of the change with what they would say, and what goes for all of them. */
  initial: {
    readonly parts: readonly NamedValue[];
    readonly instrumentId: string;
    readonly validFrom: string;
    readonly validTo: string;
    readonly reason: string;
  };
  /** The draft that is written on, in the version that is shown; null for a new change. */
  draft: { readonly id: string; readonly version: number } | null;
  laws: readonly { readonly id: string; readonly name: string }[];
  propose: Action;
  save: Action;
};

type Typed = NamedValue & { readonly texts: Readonly<Record<string, string>> };

const nameOf = ({ kind, key }: Pick<NamedValue, 'kind' | 'key'>) => `${kind}.${key}`;
const textsOf = (value: PartValue) => Object.fromEntries(fieldsOf(value).map(({ name, text }) => [name, text]));
const isOf = (one: Pick<NamedValue, 'kind' | 'key'>) => (other: Pick<NamedValue, 'kind' | 'key'>) =>
  nameOf(one) === nameOf(other);

/**
 * Writes a change of one or more parameters, which act together or not at all: what each would say and what that alters, the law, the
 * days and the reason. It is kept as a draft, or laid before a second person.
 */
export function ChangeForm({ standing, initial, draft, laws, propose, save }: ChangeFormProps) {
  const t = useTranslations('policy.form');
  const tForms = useTranslations('forms');
  const typedOf = (part: NamedValue): Typed => {
    const like = standing.find(isOf(part))?.value ?? part.value;
    return { ...part, value: inKindsOf(part.value, like) as PartValue, texts: textsOf(part.value) };
  };
  const [parts, setParts] = useState<readonly Typed[]>(() => initial.parts.map(typedOf));
  const [head, setHead] = useState(() => ({
    ...{ instrumentId: initial.instrumentId, reason: initial.reason },
    ...{ validFrom: initial.validFrom, validTo: initial.validTo },
  }));
  const act = (previous: ActionState, { intent, form }: { intent: string; form: FormData }) =>
    (intent === 'save' ? save : propose)(previous, form);
  const [state, dispatch, isPending] = useActionState(act, IDLE);
  const errorOf = useFieldError(state);
  const told = usePartProblem(parts);
  const field = (name: keyof typeof head) => ({
    name,
    error: errorOf(name),
    value: head[name],
    onChange: ({ target }: { target: { value: string } }) => setHead((before) => ({ ...before, [name]: target.value })),
  });
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    const intent = submitter instanceof HTMLButtonElement ? submitter.value : 'propose';
    const form = new FormData();
    const values = parts.map(({ kind, key, value, texts }) => ({ kind, key, value: valueFrom(value, texts) }));
    for (const [name, text] of Object.entries(head)) form.set(name, text);
    form.set('parts', JSON.stringify(values));
    form.set('draftId', draft?.id ?? '');
    form.set('draftVersion', String(draft?.version ?? 0));
    startTransition(() => dispatch({ intent, form }));
  };
  const labels = { instrumentId: t('law'), validFrom: t('from'), validTo: t('to'), reason: tForms('reason') };
  return (
    <form onSubmit={onSubmit} className="flex max-w-5xl flex-col gap-4" noValidate>
      <Outcome state={state} labels={{ ...labels, parts: t('parameters') }} told={told} />
      {parts.map((part) => (
        <ChangePartFields
          key={nameOf(part)}
          part={part}
          before={standing.find(isOf(part))?.value ?? null}
          errorOf={errorOf}
          onText={(name, text) =>
            setParts((all) =>
              all.map((one) => (isOf(part)(one) ? { ...one, texts: { ...one.texts, [name]: text } } : one)),
            )
          }
          onRemove={parts.length > 1 ? () => setParts((all) => all.filter((one) => !isOf(part)(one))) : null}
        />
      ))}
      <AddParameter
        choices={standing.filter((one) => !parts.some(isOf(one)))}
        onAdd={(one) => setParts((all) => [...all, typedOf(one)])}
      />
      <section aria-label={t('forAll')} className="flex flex-col gap-3 border-line border-t pt-3">
        <SelectField
          {...field('instrumentId')}
          label={t('law')}
          prompt={t('chooseLaw')}
          options={laws.map(({ id, name }) => ({ value: id, label: name, isData: true }))}
        />
        <div className="grid items-start gap-3 sm:grid-cols-2">
          <TextField {...field('validFrom')} type="date" label={t('from')} hint={t('fromHint')} />
          <TextField {...field('validTo')} type="date" label={t('to')} hint={t('toHint')} />
        </div>
        <TextAreaField
          {...field('reason')}
          label={tForms('reason')}
          hint={tForms('reasonHint')}
          rows={2}
          maxLength={500}
        />
      </section>
      <div className="flex flex-wrap items-center gap-2">
        <SubmitButton variant="primary" value="propose" pending={isPending}>
          {t('save')}
        </SubmitButton>
        <SubmitButton variant="secondary" value="save" pending={isPending}>
          {t('keep')}
        </SubmitButton>
        <p className="text-muted text-sm">{t('keepHint')}</p>
      </div>
    </form>
  );
}
