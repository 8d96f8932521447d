'use client';

import { useTranslations } from 'next-intl';
import { ReasonDialog } from '@/components/forms/reason-dialog';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { ShownOnce } from '@/components/ui/shown-once';
import { type FormAction, FormDialog } from './form-dialog';

/** Makes an account for a colleague and shows its password once. */
export function AddMember({ action }: { action: FormAction<{ email: string; password: string }> }) {
  const t = useTranslations('partnership.team');
  return (
    <FormDialog
      label={t('add')}
      isPrimary
      title={t('add')}
      submit={t('addButton')}
      action={action}
      labels={{ name: t('name'), email: t('email') }}
      answer={({ email, password }) => (
        <ShownOnce title={t('passwordTitle', { email })} secret={password} copyLabel={t('copy')}>
          {t('passwordText')}
        </ShownOnce>
      )}
      fields={(errorOf) => (
        <>
          <TextField
            name="name"
            label={t('name')}
            error={errorOf('name')}
            autoComplete="off"
            maxLength={100}
            required
          />
          <TextField
            name="email"
            type="email"
            label={t('email')}
            error={errorOf('email')}
            autoComplete="off"
            maxLength={200}
            required
          />
        </>
      )}
    />
  );
}

/** Closes the account of a colleague, with the reason. */
export function CloseMember({ id, name, action }: { id: string; name: string; action: FormAction }) {
  const t = useTranslations('partnership.team');
  return (
    <ReasonDialog
      trigger={
        <Button size="sm" aria-label={`${t('close')}: ${name}`}>
          {t('close')}
        </Button>
      }
      title={t('closeTitle', { name })}
      description={t('closeText')}
      submit={t('close')}
      done={t('closedDone')}
      action={action}
      fields={{ userId: id }}
      isDanger
    />
  );
}
