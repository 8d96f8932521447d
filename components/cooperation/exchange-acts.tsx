'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Outcome, useFieldError } from '@/components/forms/outcome';
import { ReasonDialog } from '@/components/forms/reason-dialog';
import { useKeptForm } from '@/components/forms/use-kept-form';
import { type FormAction, FormDialog } from '@/components/partnership/form-dialog';
import { Button } from '@/components/ui/button';
import { CheckboxField } from '@/components/ui/choice-field';
import { TextAreaField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';

type Of = { readonly exchangeId: string; readonly rowVersion: number };
const fieldsOf = ({ exchangeId, rowVersion }: Of) => ({ exchangeId, rowVersion: String(rowVersion) });

/** Approves a package of ours as it is shown, or sends it back. */
export function DecidePackage({
  of,
  action,
}: {
  of: { readonly exchangeId: string; readonly contentSha256: string };
  action: FormAction;
}) {
  const t = useTranslations('cooperation.exchange');
  return (
    <>
      {(['approve', 'refuse'] as const).map((verdict) => (
        <ReasonDialog
          key={verdict}
          trigger={<Button variant={verdict === 'approve' ? 'primary' : 'secondary'}>{t(verdict)}</Button>}
          title={t(verdict)}
          description={t(`${verdict}Text`)}
          submit={t(verdict)}
          done={t('done')}
          action={action}
          fields={{ exchangeId: of.exchangeId, contentSha256: of.contentSha256, verdict }}
          isDanger={verdict === 'refuse'}
        />
      ))}
    </>
  );
}

type ActProps = {
  of: Of;
  /** What is done; its words stand in the catalogue under that name. */
  act: 'withdraw' | 'decline' | 'endTaken' | 'endMatch' | 'start';
  action: FormAction;
};

/** An act on a package that asks for its reason and nothing else. */
export function ExchangeAct({ of, act, action }: ActProps) {
  const t = useTranslations('cooperation.exchange');
  return (
    <ReasonDialog
      trigger={<Button variant={act === 'start' ? 'primary' : 'secondary'}>{t(act)}</Button>}
      title={t(act)}
      description={t(`${act}Text`)}
      submit={t(act)}
      done={t('done')}
      action={action}
      fields={fieldsOf(of)}
      isDanger={act !== 'start'}
    />
  );
}

/** Prepares the answer to a question about parties. */
export function AnswerMatch({ of, action }: { of: Of; action: FormAction }) {
  const t = useTranslations('cooperation.exchange');
  const tForms = useTranslations('forms');
  return (
    <FormDialog
      label={t('answer')}
      isPrimary
      title={t('answer')}
      description={t('answerText')}
      submit={t('answer')}
      action={action}
      hidden={fieldsOf(of)}
      labels={{ reason: tForms('reason') }}
      fields={(errorOf) => (
        <>
          <CheckboxField name="references" label={t('withReferences')} />
          <TextAreaField name="reason" label={tForms('reason')} error={errorOf('reason')} maxLength={500} required />
        </>
      )}
    />
  );
}

/** Takes the ticked items over, with the reason; the table of items stands within the form. */
export function TakeOverForm({ of, action, children }: { of: Of; action: FormAction; children: ReactNode }) {
  const t = useTranslations('cooperation.exchange');
  const tForms = useTranslations('forms');
  const { state, isPending, form } = useKeptForm(action);
  const errorOf = useFieldError(state);
  return (
    <form {...form} className="flex flex-col gap-3" noValidate>
      <Outcome state={state} labels={{ reason: tForms('reason'), items: t('items') }} />
      {Object.entries(fieldsOf(of)).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      <p className="max-w-prose text-muted text-sm">{t('takeText')}</p>
      <TextAreaField
        name="reason"
        label={tForms('reason')}
        error={errorOf('reason')}
        rows={2}
        maxLength={500}
        className="max-w-xl"
        required
      />
      <div>
        <SubmitButton variant="primary" pending={isPending}>
          {t('takeSubmit')}
        </SubmitButton>
      </div>
    </form>
  );
}
