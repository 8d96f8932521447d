'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, startTransition, useActionState, useState } from 'react';
import { type ActionState, IDLE } from '@/components/forms/action-state';
import { Outcome, useFieldError } from '@/components/forms/outcome';
import { parameterName } from '@/components/policy/parameter-name';
import { ValueDiff } from '@/components/policy/value-diff';
import { ValueGroupFields } from '@/components/policy/value-group-fields';
import { SelectField, TextAreaField, TextField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import type { SimulationChoices } from '@/db/queries/simulation/simulation-choices';
import { CONTROL_TYPES } from '@/lib/consignment/codes';
import { groupsOf } from '@/lib/policy/value-groups';
import type { Changes } from '@/lib/simulation/changes';
import { changesOf, draftOf, textsOf, typedLaw } from './changes-draft';
import { FormPart } from './form-part';
import { LimitFields } from './limit-fields';
import { IndicatorFields, SelectionFields } from './selection-fields';
import { ProfileFields, SlotFields } from './slot-and-profile-fields';
import { useToldProblem } from './use-told-problem';

type SimulationFormProps = {
  choices: SimulationChoices;
  officeNames: Readonly<Record<string, string>>;
  /** Laws to begin with beside the one that stands: a name and the whole of it. */
  laws: readonly { readonly id: string; readonly name: string; readonly value: Readonly<Record<string, unknown>> }[];
  initial: { readonly title: string; readonly fromOn: string; readonly toOn: string; readonly changes: Changes };
  action: (previous: ActionState, input: FormData) => Promise<ActionState>;
};

/** Asks a simulation: past days, and what should have been otherwise. All that is typed stays when it is refused. */
export function SimulationForm({ choices, officeNames, laws, initial, action }: SimulationFormProps) {
  const t = useTranslations('simulation.form');
  const tPolicy = useTranslations('policy');
  const standing = choices.parameters;
  const [{ title, fromOn, toOn }, setHead] = useState({ ...initial });
  const [draft, setDraft] = useState(() => draftOf(standing, initial.changes));
  const [state, dispatch, isPending] = useActionState(action, IDLE);
  const errorOf = useFieldError(state);
  const told = useToldProblem(draft.law, officeNames, choices.profiles ?? []);
  const set = (change: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...change }));
  const own = standing.find(({ kind, key }) => kind === 'charge_law' && key === 'own');
  const law = typedLaw(draft);
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const sent = new FormData();
    for (const [name, value] of Object.entries({ title, fromOn, toOn })) sent.set(name, value);
    sent.set('changes', JSON.stringify(changesOf(draft, standing)));
    startTransition(() => dispatch(sent));
  };
  return (
    <form onSubmit={onSubmit} className="flex max-w-5xl flex-col gap-4" noValidate>
      <Outcome state={state} labels={{ title: t('name'), fromOn: t('from'), toOn: t('to') }} told={told} />
      <div className="grid gap-3 sm:grid-cols-3">
        <TextField
          name="title"
          label={t('name')}
          hint={t('nameHint')}
          error={errorOf('title')}
          maxLength={100}
          value={title}
          onChange={(event) => setHead({ title: event.target.value, fromOn, toOn, changes: initial.changes })}
        />
        <TextField
          name="fromOn"
          type="date"
          label={t('from')}
          hint={choices.days ? t('days', choices.days) : undefined}
          error={errorOf('fromOn')}
          value={fromOn}
          onChange={(event) => setHead({ title, fromOn: event.target.value, toOn, changes: initial.changes })}
        />
        <TextField
          name="toOn"
          type="date"
          label={t('to')}
          error={errorOf('toOn')}
          value={toOn}
          onChange={(event) => setHead({ title, fromOn, toOn: event.target.value, changes: initial.changes })}
        />
      </div>
      {draft.law && own ? (
        <FormPart title={t('law')} hint={t('lawHint')}>
          <SelectField
            name="startFrom"
            label={t('presets')}
            className="max-w-lg"
            defaultValue=""
            options={[
              { value: '', label: t('preset.as_it_is') },
              ...laws.map(({ id, name }) => ({
                value: id,
                label: name,
                isData: id !== 'no_relief' && id !== 'flat_duty',
              })),
            ]}
            onChange={(event) => {
              const chosen = laws.find(({ id }) => id === event.target.value)?.value ?? own.value;
              set({ law: chosen, lawTexts: textsOf(chosen) });
            }}
          />
          {groupsOf(draft.law).map((group) => (
            <ValueGroupFields
              key={group.id}
              group={group}
              texts={draft.lawTexts}
              onText={(name, text) =>
                setDraft((before) => ({ ...before, lawTexts: { ...before.lawTexts, [name]: text } }))
              }
            />
          ))}
          <section aria-label={t('difference')} className="rounded-md border border-line bg-sunken p-3">
            <h3 className="mb-1 font-semibold text-sm">{t('difference')}</h3>
            <ValueDiff before={own.value} after={law} />
          </section>
        </FormPart>
      ) : null}
      {draft.limits.length > 0 ? (
        <FormPart title={t('limits')} hint={t('limitsHint')}>
          <LimitFields limits={draft.limits} onLimits={(limits) => set({ limits })} />
        </FormPart>
      ) : null}
      <FormPart title={t('rates')}>
        <div className="grid items-start gap-3 sm:grid-cols-3 lg:grid-cols-4">
          {Object.entries(draft.rates).map(([key, text]) => (
            <TextField
              key={key}
              name={`vat.${key}`}
              label={rateName(tPolicy, key)}
              inputMode="decimal"
              autoComplete="off"
              value={text}
              onChange={(event) => set({ rates: { ...draft.rates, [key]: event.target.value } })}
            />
          ))}
        </div>
      </FormPart>
      <FormPart title={t('duties')}>
        <TextAreaField
          name="duties"
          label={t('duties')}
          hint={t('dutiesHint')}
          data
          rows={3}
          value={draft.duties}
          onChange={(event) => set({ duties: event.target.value })}
        />
      </FormPart>
      <FormPart title={t('exchange')}>
        <TextAreaField
          name="exchange"
          label={t('exchange')}
          hint={t('exchangeHint', { currency: choices.currency })}
          data
          rows={3}
          value={draft.exchange}
          onChange={(event) => set({ exchange: event.target.value })}
        />
      </FormPart>
      <FormPart title={t('lanes')} hint={t('lanesHint')}>
        <SelectionFields standing={standing} texts={draft.selection} onTexts={(selection) => set({ selection })} />
      </FormPart>
      <FormPart title={t('indicators')} hint={t('indicatorsHint')}>
        <IndicatorFields texts={draft.indicators} onTexts={(indicators) => set({ indicators })} />
      </FormPart>
      {choices.offices ? (
        <FormPart title={t('slots')} hint={t('slotsHint')}>
          <SlotFields
            slots={draft.slots}
            offices={choices.offices}
            officeNames={officeNames}
            onSlots={(slots) => set({ slots })}
          />
        </FormPart>
      ) : null}
      {choices.profiles && choices.profiles.length > 0 ? (
        <FormPart title={t('profiles')} hint={t('profilesHint')}>
          <ProfileFields profiles={choices.profiles} uses={draft.profiles} onUses={(profiles) => set({ profiles })} />
        </FormPart>
      ) : null}
      <FormPart title={t('minutes')} hint={t('minutesHint')}>
        <div className="grid items-start gap-3 sm:grid-cols-3">
          {CONTROL_TYPES.map((control) => (
            <TextField
              key={control}
              name={`minutes.${control}`}
              label={t(control)}
              inputMode="numeric"
              autoComplete="off"
              value={draft.minutes[control]}
              onChange={(event) => set({ minutes: { ...draft.minutes, [control]: event.target.value } })}
            />
          ))}
        </div>
      </FormPart>
      <div>
        <SubmitButton variant="primary" pending={isPending}>
          {t('save')}
        </SubmitButton>
      </div>
    </form>
  );
}

/** A rate of a country of the territory goes by its code. */
function rateName(t: unknown, key: string): string {
  const name = parameterName(t, 'vat_rate', key);
  return name.startsWith('country:') ? name.slice('country:'.length) : name;
}
