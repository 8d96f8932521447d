import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

export type FieldTexts = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  /** A sentence that says how to mend the value; it stands above the control and marks it invalid. */
  error?: ReactNode;
  /** Where an error summary points; the name when not given. */
  id?: string;
  /** Marks what may stay empty; required fields carry no mark. */
  optional?: boolean;
  className?: string;
};

export const controlClass =
  'w-full rounded-md border border-line-strong bg-surface px-2.5 text-ink text-sm aria-invalid:border-danger aria-invalid:outline-1 aria-invalid:outline-danger disabled:opacity-55';

/** The attributes that tie a control to its label, hint and error. */
export function controlLinks({ id, name, hint, error }: FieldTexts): {
  id: string;
  name: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
} {
  const own = id ?? name;
  const describers = [hint ? `${own}-hint` : '', error ? `${own}-error` : ''].filter(Boolean).join(' ');
  return { id: own, name, 'aria-describedby': describers || undefined, 'aria-invalid': error ? true : undefined };
}

/** Label, hint and error around one control. Beside another, labels stand in line above and controls below, whatever lies between. */
export function FieldFrame({ texts, children }: { texts: FieldTexts; children: ReactNode }) {
  const t = useTranslations('ui.field');
  const { id } = controlLinks(texts);
  return (
    <div className={clsx('flex flex-col gap-1 [&>:last-child]:mt-auto', texts.className)}>
      <label htmlFor={id} className="font-medium text-sm">
        {texts.label}
        {texts.optional ? <span className="font-normal text-muted"> {t('optional')}</span> : null}
      </label>
      {texts.hint ? (
        <p id={`${id}-hint`} className="text-muted text-xs">
          {texts.hint}
        </p>
      ) : null}
      <FieldError id={`${id}-error`} error={texts.error} />
      {children}
    </div>
  );
}

/** The error sentence, with a word for those who do not see its colour. */
export function FieldError({ id, error }: { id: string; error?: ReactNode }) {
  const t = useTranslations('ui.field');
  if (!error) return null;
  return (
    <p id={id} className="font-medium text-danger text-sm">
      <span className="sr-only">{t('error')} </span>
      {error}
    </p>
  );
}
