'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { FieldError } from '@/components/ui/field-frame';
import { fieldsOf, valueFrom } from '@/lib/policy/value-fields';
import { groupsOf } from '@/lib/policy/value-groups';
import type { NamedValue, PartValue } from './named-value';
import { parameterName } from './parameter-name';
import { ValueDiff } from './value-diff';
import { ValueGroupFields } from './value-group-fields';

type PartProps = {
  part: NamedValue & { readonly texts: Readonly<Record<string, string>> };
  /** What stands today; null where nothing does. */
  before: PartValue | null;
  /** What is wrong at a place of the change. */
  errorOf: (pointer: string) => string | undefined;
  onText: (name: string, text: string) => void;
  /** Null for the only parameter of a change. */
  onRemove: (() => void) | null;
};

/** One parameter of a change: its fields in groups, and what they alter in words. */
export function ChangePartFields({ part, before, errorOf, onText, onRemove }: PartProps) {
  const t = useTranslations('policy.form');
  const tPolicy = useTranslations('policy');
  const { kind, key, value, texts } = part;
  const pointer = `${kind}.${key}`;
  const name = parameterName(tPolicy, kind, key);
  const headingId = `parameter.${pointer}`;
  const today = Object.fromEntries((before ? fieldsOf(before) : []).map(({ name: field, text }) => [field, text]));
  return (
    <section
      aria-labelledby={headingId}
      className="flex flex-col gap-3 border-line border-t pt-3 first:border-t-0 first:pt-0"
    >
      <div className="flex flex-wrap items-start gap-x-4">
        <h2 id={headingId} tabIndex={-1} className="min-w-0 flex-1 basis-56 font-semibold text-base">
          <span className="block font-normal text-muted text-xs">{tPolicy(`kind.${kind}`)}</span>
          {name}
        </h2>
        {onRemove ? (
          <Button size="sm" onClick={onRemove} aria-label={t('removeOf', { name })}>
            {t('remove')}
          </Button>
        ) : null}
      </div>
      <FieldError id={`${headingId}-error`} error={errorOf(`parts.${pointer}`)} />
      {groupsOf(value).map((group) => (
        <ValueGroupFields
          key={group.id}
          group={group}
          texts={texts}
          onText={onText}
          errorOf={(field) => errorOf(`parts.${pointer}.${field}`)}
          today={today}
          prefix={`part.${pointer}.`}
        />
      ))}
      <section aria-label={t('differenceOf', { name })} className="rounded-md border border-line bg-sunken p-3">
        <h3 className="mb-1 font-semibold text-sm">{t('difference')}</h3>
        <ValueDiff before={before} after={valueFrom(value, texts)} />
      </section>
    </section>
  );
}
