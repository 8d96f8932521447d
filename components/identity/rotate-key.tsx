'use client';

import { useTranslations } from 'next-intl';
import { type FormAction, FormDialog } from '@/components/partnership/form-dialog';
import { CheckboxField, RadioField } from '@/components/ui/choice-field';
import { ShownOnce } from '@/components/ui/shown-once';
import type { KeyKind } from '@/lib/identity/api-key';
import { type KeyScope, ROTATE_HOURS } from '@/lib/identity/key-scopes';

export type RotateAction = FormAction<{ key: string }>;
type RotateKeyProps = {
  id: string;
  prefix: string;
  kind: KeyKind;
  scopes: readonly KeyScope[];
  action: RotateAction;
};

/** Changes one key for a new one, which may do less; shows it once. */
export function RotateKey({ id, prefix, kind, scopes, action }: RotateKeyProps) {
  const t = useTranslations('partnership.keys');
  const isSandbox = kind === 'sandbox';
  return (
    <FormDialog
      label={t('rotate')}
      labelOf={prefix}
      isSmall
      title={t('rotateTitle', { prefix })}
      description={t('rotateText')}
      submit={t('rotateSubmit')}
      action={action}
      hidden={{ keyId: id }}
      labels={{ graceHours: t('grace'), scopes: t('scopes') }}
      answer={({ key }) => (
        <ShownOnce title={t('newTitle')} secret={key} copyLabel={t('copy')}>
          {t('newText')}
        </ShownOnce>
      )}
      fields={(errorOf) => (
        <>
          <RadioField
            name="graceHours"
            legend={t('grace')}
            error={errorOf('graceHours')}
            defaultValue="24"
            options={ROTATE_HOURS.map((hours) => ({ value: String(hours), label: t(`hours.${hours}`) }))}
          />
          {isSandbox ? (
            scopes.map((scope) => <input key={scope} type="hidden" name="scopes" value={scope} />)
          ) : (
            <fieldset className="flex flex-col gap-1">
              <legend className="mb-1 font-medium text-sm">{t('scopes')}</legend>
              {scopes.map((scope, index) => (
                <CheckboxField
                  key={scope}
                  id={`scope-${scope}`}
                  name="scopes"
                  value={scope}
                  defaultChecked
                  label={t(`scope.${scope}`)}
                  hint={t(`scopeHint.${scope}`)}
                  error={index === 0 ? errorOf('scopes') : undefined}
                />
              ))}
            </fieldset>
          )}
        </>
      )}
    />
  );
}
