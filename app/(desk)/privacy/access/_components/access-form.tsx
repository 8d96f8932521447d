'use client';

import { useTranslations } from 'next-intl';
import { Outcome, useFieldError } from '@/components/forms/outcome';
import { useKeptForm } from '@/components/forms/use-kept-form';
import { TextField } from '@/components/ui/field';
import { Panel } from '@/components/ui/panel';
import { SubmitButton } from '@/components/ui/submit-button';
import type { HeldData } from '@/lib/privacy/held';
import { answerAccessAction } from '../../actions';
import { HeldAnswer } from './held-answer';

const FIELDS = [
  ['fileNumber', 60],
  ['cameOn', 10],
  ['name', 200],
  ['postcode', 20],
  ['country', 2],
  ['phone', 40],
  ['email', 200],
  ['reference', 35],
] as const;

/** Asks what a person is looked for by, and shows what is held; leaving the page forgets it. */
export function AccessForm() {
  const t = useTranslations('privacy.access');
  const { state, isPending, form } = useKeptForm<HeldData>(answerAccessAction);
  const errorOf = useFieldError(state);
  return (
    <>
      <Panel title={t('form')} description={t('formText')}>
        <form {...form} className="flex flex-col gap-3" noValidate autoComplete="off">
          <Outcome state={state} labels={Object.fromEntries(FIELDS.map(([name]) => [name, t(name)]))} />
          <div className="grid items-start gap-3 sm:grid-cols-2 lg:grid-cols-4">
            {FIELDS.map(([name, most]) => (
              <TextField
                key={name}
                name={name}
                type={name === 'cameOn' ? 'date' : 'text'}
                label={t(name)}
                error={errorOf(name)}
                maxLength={most}
                required={name === 'fileNumber' || name === 'cameOn'}
                optional={name !== 'fileNumber' && name !== 'cameOn'}
              />
            ))}
          </div>
          <div>
            <SubmitButton variant="primary" pending={isPending}>
              {t('answer')}
            </SubmitButton>
          </div>
        </form>
      </Panel>
      {state.status === 'ok' && state.data ? <HeldAnswer key={state.data.requestId} held={state.data} /> : null}
    </>
  );
}
