'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { type ActionState, IDLE } from '@/components/forms/action-state';
import { Outcome, useFieldError } from '@/components/forms/outcome';
import { SelectField, TextAreaField, TextField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { fieldsOf, valueFrom } from '@/lib/policy/value-fields';
import { parameterName } from './parameter-name';

type ChangeFormProps = {
  kind: string;
  paramKey: string;
  /** What is in force today: the form begins with it, and each part keeps its kind. */
  value: Readonly<Record<string, unknown>>;
  laws: readonly { readonly id: string; readonly name: string }[];
  /** The earliest day a change may begin. */
  earliest: string;
  action: (previous: ActionState, input: FormData) => Promise<ActionState>;
};

/** Writes a change of one parameter: a field for each part of its value, the law, the period and the reason. */
export function ChangeForm({ kind, paramKey, value, laws, earliest, action }: ChangeFormProps) {
  const t = useTranslations('policy.form');
  const tField = useTranslations('policy.field');
  const tPart = useTranslations('policy.part');
  const tPolicy = useTranslations('policy');
  const tForms = useTranslations('forms');
  const [state, dispatch] = useActionState((previous: ActionState, form: FormData): Promise<ActionState> => {
    const typed = Object.fromEntries(fieldsOf(value).map(({ name }) => [name, String(form.get(`part.${name}`) ?? '')]));
    for (const name of Object.keys(typed)) form.delete(`part.${name}`);
    form.set('value', JSON.stringify(valueFrom(value, typed)));
    return action(previous, form);
  }, IDLE);
  const errorOf = useFieldError(state);
  const typed = state.status === 'invalid' ? state.values : {};
  const kept = keptValue(typed.value) ?? value;
  const [first] = fieldsOf(value);
  // `bands.0.when.upTo.amount` is the amount of a limit of the band of that name.
  const labelOf = (path: string) => {
    const [, list, at] = /^(bands|fees)\.(\d+)\./.exec(path) ?? [];
    const within = list ? (kept[list] as readonly { readonly key: string }[])[Number(at)]?.key : undefined;
    const parts = path.split('.').slice(list ? 2 : 0);
    const last = parts.pop() ?? '';
    const words = parts.flatMap((part) => (tPart.has(part) ? [tPart(part)] : []));
    const band = within === undefined ? [] : [parameterName(tPolicy, 'band', within)];
    return [...band, ...words, tField.has(last) ? tField(last) : last].join(': ');
  };
  return (
    <form action={dispatch} className="flex max-w-3xl flex-col gap-3" noValidate>
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
      {fieldsOf(kept).map(({ name, text, isList, isOptional }) => (
        <TextField
          key={name}
          name={`part.${name}`}
          label={labelOf(name)}
          hint={isList ? t('listHint') : isOptional ? t('nullHint') : undefined}
          error={name === first?.name ? errorOf('value') : undefined}
          defaultValue={text}
          autoComplete="off"
        />
      ))}
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

/** What was typed before the form came back, if it did. */
function keptValue(text: string | undefined): Readonly<Record<string, unknown>> | null {
  return text ? (JSON.parse(text) as Readonly<Record<string, unknown>>) : null;
}
