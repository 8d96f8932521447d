'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Outcome, useFieldError } from '@/components/forms/outcome';
import { useKeptForm } from '@/components/forms/use-kept-form';
import { Button } from '@/components/ui/button';
import { RadioField } from '@/components/ui/choice-field';
import { SelectField, TextField } from '@/components/ui/field';
import type { OfficeName } from '@/db/queries/identity/find-session';
import type { Trainee } from '@/db/queries/learning/list-trainees';
import { CASE_SOURCES, COURSE_KINDS, COURSE_LIMITS, type CourseKind, PRACTISED } from '@/lib/learning/course';
import { setCourseAction } from '../../../actions';
import { ChoiceBoxes } from './choice-boxes';

type CourseFormProps = {
  courseId: string;
  offices: readonly OfficeName[];
  officeId: string;
  trainees: readonly Trainee[];
  dueOn: string;
};

/** What is practised, of what cases, for whom and until when. Only what the kind needs is asked for; the rest goes along as proposed. */
export function CourseForm({ courseId, offices, officeId, trainees, dueOn }: CourseFormProps) {
  const t = useTranslations('learning.form');
  const tLearning = useTranslations('learning');
  const { state, isPending, form } = useKeptForm(setCourseAction);
  const [kind, setKind] = useState<CourseKind>('clearance');
  const [office, setOffice] = useState(officeId);
  const errorOf = useFieldError(state);
  const people = trainees.filter((one) => one.officeId === office && one.kinds.includes(kind));
  const figure = (
    name: 'cases' | 'prevalencePercent' | 'seed' | 'slots',
    value: number,
    label: string,
    hint: string,
  ) => {
    const { least, most } = COURSE_LIMITS[name === 'prevalencePercent' ? 'prevalence' : name];
    return (
      <TextField
        name={name}
        type="number"
        inputMode="numeric"
        min={least}
        max={most}
        label={label}
        hint={hint}
        error={errorOf(name)}
        defaultValue={String(value)}
      />
    );
  };
  return (
    <form {...form} className="flex max-w-2xl flex-col gap-4" noValidate>
      <Outcome
        state={state}
        labels={{
          ...{ title: t('name'), kind: t('kind'), source: t('source'), officeId: t('office'), cases: t('cases') },
          ...{ prevalencePercent: t('prevalence'), practised: t('practised'), seed: t('seed'), slots: t('slots') },
          ...{ dueOn: t('due'), trainees: t('trainees') },
        }}
      />
      <input type="hidden" name="courseId" value={courseId} />
      <TextField name="title" label={t('name')} error={errorOf('title')} maxLength={80} autoComplete="off" required />
      <RadioField
        name="kind"
        legend={t('kind')}
        defaultValue="clearance"
        error={errorOf('kind')}
        options={COURSE_KINDS.map((value) => ({ value, label: tLearning(`kind.${value}`) }))}
        onChange={(value) => setKind(value as CourseKind)}
      />
      {kind === 'clearance' ? (
        <>
          <RadioField
            name="source"
            legend={t('source')}
            defaultValue="synthetic"
            error={errorOf('source')}
            options={CASE_SOURCES.map((value) => ({ value, label: tLearning(`source.${value}`) }))}
          />
          <div className="grid gap-4 sm:grid-cols-2">
            {figure('cases', 10, t('cases'), t('casesHint'))}
            {figure('prevalencePercent', 40, t('prevalence'), t('prevalenceHint'))}
          </div>
          <ChoiceBoxes
            name="practised"
            legend={t('practised')}
            error={errorOf('practised')}
            choices={PRACTISED.map((value) => ({ value, label: tLearning(`result.${value}`) }))}
            areAllChosen
          />
          <input type="hidden" name="slots" value="20" />
        </>
      ) : (
        <>
          {figure('slots', 20, t('slots'), t('slotsHint'))}
          <input type="hidden" name="source" value="synthetic" />
          <input type="hidden" name="cases" value="10" />
          <input type="hidden" name="prevalencePercent" value="40" />
          {PRACTISED.map((value) => (
            <input key={value} type="hidden" name="practised" value={value} />
          ))}
        </>
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        {figure('seed', 1, t('seed'), t('seedHint'))}
        <TextField name="dueOn" type="date" label={t('due')} error={errorOf('dueOn')} defaultValue={dueOn} required />
      </div>
      <SelectField
        name="officeId"
        label={t('office')}
        error={errorOf('officeId')}
        value={office}
        onChange={({ target }) => setOffice(target.value)}
        options={offices.map(({ id, name }) => ({ value: id, label: `${name} (${id})`, isData: true }))}
      />
      <ChoiceBoxes
        key={`${office} ${kind}`}
        name="trainees"
        legend={t('trainees')}
        hint={people.length > 0 ? t('traineesHint') : t('traineesNone')}
        error={errorOf('trainees')}
        choices={people.map(({ userId, name }) => ({ value: userId, label: name }))}
        isData
      />
      <div>
        <Button type="submit" variant="primary" pending={isPending}>
          {t('submit')}
        </Button>
      </div>
    </form>
  );
}
