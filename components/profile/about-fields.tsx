'use client';

import { useTranslations } from 'next-intl';
import type { ActionState } from '@/components/forms/action-state';
import { useFieldError } from '@/components/forms/outcome';
import { SelectField, TextAreaField, TextField } from '@/components/ui/field';
import type { About } from './about';
import { FigureField } from './figure-field';

type AboutFieldsProps = { about: About; onChange: (about: About) => void; state: ActionState<unknown> };

/** Title, harm, ground, what to look for, what the profile does, and what its author expects of it. */
export function AboutFields({ about, onChange, state }: AboutFieldsProps) {
  const t = useTranslations('profile.form');
  const tEffect = useTranslations('profile.effect');
  const errorOf = useFieldError(state);
  const { effect } = about;
  const words = (name: 'harm' | 'ground' | 'instruction') => (
    <TextAreaField
      name={name}
      label={t(name)}
      error={errorOf(name)}
      value={about[name]}
      rows={2}
      onChange={(event) => onChange({ ...about, [name]: event.currentTarget.value })}
    />
  );
  const figure = (name: 'expectedHitPercent' | 'dailySlots', label: string, hint: string) => (
    <FigureField
      name={name}
      min={0}
      label={label}
      hint={hint}
      error={errorOf(name)}
      value={about[name]}
      onChange={(value) => onChange({ ...about, [name]: value })}
    />
  );
  const effects = [
    { value: 'points', label: t('effectPoints') },
    { value: 'yellow', label: tEffect('yellow') },
    { value: 'red', label: tEffect('red') },
  ];
  return (
    <div className="flex max-w-3xl flex-col gap-3">
      <TextField
        name="title"
        label={t('name')}
        hint={t('nameHint')}
        error={errorOf('title')}
        value={about.title}
        onChange={(event) => onChange({ ...about, title: event.currentTarget.value })}
      />
      {words('harm')}
      {words('ground')}
      {words('instruction')}
      <div className="grid gap-3 sm:grid-cols-2">
        <SelectField
          name="effect"
          label={t('effect')}
          hint={t('effectHint')}
          className={effect.kind === 'lane' ? 'sm:col-span-2' : undefined}
          value={effect.kind === 'points' ? 'points' : effect.lane}
          options={effects}
          onChange={(event) => {
            const chosen = event.currentTarget.value;
            const lane = chosen === 'red' ? 'red' : 'yellow';
            onChange({
              ...about,
              effect: chosen === 'points' ? { kind: 'points', points: 20 } : { kind: 'lane', lane },
            });
          }}
        />
        {effect.kind === 'points' ? (
          <FigureField
            name="points"
            min={1}
            max={100}
            label={t('points')}
            hint={t('pointsHint')}
            error={errorOf('effect.points')}
            value={effect.points}
            onChange={(points) => onChange({ ...about, effect: { kind: 'points', points } })}
          />
        ) : null}
        {figure('expectedHitPercent', t('expected'), t('expectedHint'))}
        {figure('dailySlots', t('slots'), t('slotsHint'))}
      </div>
    </div>
  );
}
