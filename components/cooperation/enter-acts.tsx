'use client';

import { useTranslations } from 'next-intl';
import { FormDialog, type FormAction } from '@/components/partnership/form-dialog';
import { TextAreaField, TextField } from '@/components/ui/field';
import type { OwnIdentity } from '@/db/queries/cooperation/own-identity';

/** Enters who we are in exchanges, or makes a new key. */
export function EnterIdentity({ identity, action }: { identity: OwnIdentity | null; action: FormAction }) {
  const t = useTranslations('cooperation.identity');
  return (
    <FormDialog
      label={t(identity ? 'renew' : 'enter')}
      isPrimary={!identity}
      title={t(identity ? 'renew' : 'enter')}
      description={identity ? t('renewText') : undefined}
      submit={t('submit')}
      done={t('done')}
      action={action}
      labels={{ code: t('code'), name: t('name') }}
      fields={(errorOf) => (
        <>
          <TextField
            name="code"
            label={t('code')}
            hint={t('codeHint')}
            error={errorOf('code')}
            defaultValue={identity?.code}
            maxLength={15}
            required
          />
          <TextField
            name="name"
            label={t('name')}
            error={errorOf('name')}
            defaultValue={identity?.name}
            maxLength={200}
            required
          />
        </>
      )}
    />
  );
}

/** Enters an administration for a second person to approve. */
export function ProposeCounterpart({ action }: { action: FormAction }) {
  const t = useTranslations('cooperation.counterparts');
  return (
    <FormDialog
      label={t('propose')}
      isPrimary
      title={t('propose')}
      submit={t('submit')}
      done={t('proposed')}
      action={action}
      labels={{
        code: t('code'),
        name: t('name'),
        publicKey: t('publicKey'),
        legalBasis: t('legalBasis'),
        validFrom: t('validFrom'),
        validTo: t('validTo'),
      }}
      fields={(errorOf) => (
        <>
          <TextField name="code" label={t('code')} error={errorOf('code')} maxLength={15} required />
          <TextField name="name" label={t('name')} error={errorOf('name')} maxLength={200} required />
          <TextAreaField
            name="publicKey"
            label={t('publicKey')}
            hint={t('publicKeyHint')}
            error={errorOf('publicKey')}
            rows={4}
            data
            required
          />
          <TextField name="legalBasis" label={t('legalBasis')} error={errorOf('legalBasis')} maxLength={300} required />
          <div className="grid gap-3 sm:grid-cols-2">
            <TextField name="validFrom" type="date" label={t('validFrom')} error={errorOf('validFrom')} required />
            <TextField
              name="validTo"
              type="date"
              label={t('validTo')}
              hint={t('validToHint')}
              error={errorOf('validTo')}
              required
            />
          </div>
        </>
      )}
    />
  );
}
