'use client';

import { useTranslations } from 'next-intl';
import { ReasonDialog } from '@/components/forms/reason-dialog';
import { type FormAction, FormDialog } from '@/components/partnership/form-dialog';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { ShownOnce } from '@/components/ui/shown-once';

type Of = { readonly counterpartId: string; readonly rowVersion: number };
const fieldsOf = ({ counterpartId, rowVersion }: Of) => ({ counterpartId, rowVersion: String(rowVersion) });

/** Approves an administration or refuses it, with the reason. */
export function DecideCounterpart({ of, action }: { of: Of; action: FormAction }) {
  const t = useTranslations('cooperation.counterpart');
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
          fields={{ ...fieldsOf(of), verdict }}
          isDanger={verdict === 'refuse'}
        />
      ))}
    </>
  );
}

/** Ends the exchange with an administration. */
export function EndCounterpart({ of, action }: { of: Of; action: FormAction }) {
  const t = useTranslations('cooperation.counterpart');
  return (
    <ReasonDialog
      trigger={<Button>{t('end')}</Button>}
      title={t('end')}
      description={t('endText')}
      submit={t('end')}
      done={t('done')}
      action={action}
      fields={fieldsOf(of)}
      isDanger
    />
  );
}

/** Sets the secret for matching: the other side's, or a new one that is shown this once. */
export function SetSecret({ of, action }: { of: Of; action: FormAction<{ secret: string | null }> }) {
  const t = useTranslations('cooperation.counterpart');
  return (
    <FormDialog
      label={t('setSecret')}
      title={t('setSecret')}
      description={t('setSecretText')}
      submit={t('secretSubmit')}
      action={action}
      hidden={fieldsOf(of)}
      labels={{ secret: t('secretField') }}
      fields={(errorOf) => (
        <TextField
          name="secret"
          type="password"
          autoComplete="off"
          label={t('secretField')}
          hint={t('secretHint')}
          error={errorOf('secret')}
          maxLength={200}
        />
      )}
      answer={({ secret }) =>
        secret === null ? (
          <p>{t('secretDone')}</p>
        ) : (
          <ShownOnce title={t('secretNew')} secret={secret} copyLabel={t('secretCopy')}>
            {t('secretNewText')}
          </ShownOnce>
        )
      }
    />
  );
}
