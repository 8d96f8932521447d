'use client';

import clsx from 'clsx';
import { ChevronRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Badge } from '@/components/ui/badge';
import { CheckboxField } from '@/components/ui/choice-field';
import { SelectField, TextAreaField, TextField } from '@/components/ui/field';
import { FieldError } from '@/components/ui/field-frame';
import { choicesOf, isNoLimit, manyOf, type ValueField } from '@/lib/policy/value-fields';
import { isFixed, type ValueGroup } from '@/lib/policy/value-groups';
import { parameterName } from './parameter-name';
import { usePartLabel } from './part-label';
import { usePartText } from './part-text';

type GroupProps = {
  group: ValueGroup;
  /** What is typed, by the name of the field. */
  texts: Readonly<Record<string, string>>;
  onText: (name: string, text: string) => void;
  /** What is wrong with a field, by its name. */
  errorOf?: (name: string) => ReactNode;
  /** What stands today, by the name of the field, where the fields begin with something else. */
  today?: Readonly<Record<string, string>>;
  /** Where several parameters stand in one form: what the ids of the fields begin with. */
  prefix?: string;
};

/** The fields of one band, fee or step under its heading, folded away until it is of interest; changed ones are marked. */
export function ValueGroupFields({ group, texts, onText, errorOf, today = {}, prefix = 'part.' }: GroupProps) {
  const t = useTranslations('policy.form');
  const tPolicy = useTranslations('policy');
  const fields = group.fields.filter(({ name }) => !isFixed(name));
  const changed = fields.filter(({ name, text }) => (texts[name] ?? text) !== (today[name] ?? text)).length;
  const body = (
    <div className="grid items-start gap-x-4 gap-y-3 sm:grid-cols-2 lg:grid-cols-3">
      {[...fields.filter(isShort), ...fields.filter((field) => !isShort(field))].map((field) => (
        <PartField
          key={field.name}
          id={`${prefix}${field.name}`}
          field={field}
          path={pathOf(field.name, group)}
          text={texts[field.name] ?? field.text}
          today={today[field.name] ?? field.text}
          onText={onText}
          error={errorOf?.(field.name)}
        />
      ))}
    </div>
  );
  if (group.kind === 'general') return body;
  const name =
    group.key === null
      ? t(`group.${group.kind as 'waived' | 'rounding' | 'valuePerKg'}`)
      : parameterName(tPolicy, group.kind, group.key);
  return (
    <details
      className="group rounded-md border border-line"
      open={fields.some((field) => errorOf?.(field.name)) || undefined}
    >
      <summary className="flex min-h-target cursor-pointer flex-wrap items-center gap-x-3 px-3">
        <ChevronRight aria-hidden="true" className="size-4 text-muted group-open:rotate-90" />
        <span className="font-semibold">{name}</span>
        {changed > 0 ? <Badge tone="info">{t('changed', { count: changed })}</Badge> : null}
      </summary>
      <div className="border-line border-t p-3">{body}</div>
    </details>
  );
}

/** Signs a field of a third of the form shows at once. */
const SHORT = 36;
/** Longer texts have the whole width and come last, so that nothing of them is cut off. */
const isShort = ({ name, text }: ValueField): boolean =>
  text.length <= SHORT || manyOf(name.split('.')) !== null || choicesOf(name.split('.')) !== null;

/** The way to a part without the band or fee it lies in, which the heading names. */
function pathOf(name: string, { kind }: ValueGroup): readonly string[] {
  return name
    .split('.')
    .slice(kind === 'band' || kind === 'fee' ? 2 : kind === 'waived' || kind === 'valuePerKg' ? 1 : 0);
}

type PartFieldProps = {
  id: string;
  field: ValueField;
  path: readonly string[];
  text: string;
  today: string;
  onText: (name: string, text: string) => void;
  error: ReactNode;
};

function PartField({ id, field, path, text, today, onText, error }: PartFieldProps) {
  const t = useTranslations('policy.form');
  const tPolicy = useTranslations('policy');
  const labelOf = usePartLabel();
  const textOf = usePartText();
  const choices = choicesOf(path);
  const isChanged = text !== today;
  const was = isChanged
    ? t('was', { text: today === '' && !isNoLimit(path, today) ? '–' : textOf(path, today) })
    : null;
  const kind = manyOf(path)
    ? field.isOptional && text === ''
      ? t('noneChosen')
      : null
    : field.isList
      ? t('listHint')
      : field.isOptional
        ? t(isNoLimit(path, null) ? 'noLimitHint' : 'nullHint')
        : null;
  const unit = tPolicy.has(`unit.${path.at(-1) ?? ''}`) ? tPolicy(`unit.${path.at(-1) ?? ''}` as 'unit.points') : null;
  const shared = {
    name: id,
    label: labelOf(path),
    hint: [was, unit, kind].filter(Boolean).join(' ') || undefined,
    error,
    className: isChanged ? 'border-accent border-l-2 pl-2' : undefined,
    value: text,
  };
  const many = manyOf(path);
  if (many) {
    const onMany = (many: string) => onText(field.name, many);
    return <ManyField {...shared} options={many} textOf={(one) => textOf(path, one)} onText={onMany} />;
  }
  if (!isShort(field)) {
    return (
      <TextAreaField
        {...shared}
        className={clsx('sm:col-span-2 lg:col-span-3', shared.className)}
        rows={2}
        data
        // One text, however it is broken into lines here.
        onChange={(event) => onText(field.name, event.target.value.replace(/\s*\n\s*/g, ' '))}
      />
    );
  }
  return choices ? (
    <SelectField
      {...shared}
      onChange={(event) => onText(field.name, event.target.value)}
      options={choices.map((value) => ({ value, label: textOf(path, value) }))}
    />
  ) : (
    <TextField {...shared} onChange={(event) => onText(field.name, event.target.value)} autoComplete="off" />
  );
}

type ManyProps = {
  name: string;
  label: string;
  hint: string | undefined;
  error: ReactNode;
  className: string | undefined;
  /** What is chosen, joined by blanks. */
  value: string;
  options: readonly string[];
  textOf: (one: string) => string;
  onText: (text: string) => void;
};

/** Any number of a closed list, all visible, kept in the order of the list. */
function ManyField({ name, label, hint, error, className, value, options, textOf, onText }: ManyProps) {
  const chosen = value.split(' ').filter(Boolean);
  const turn = (one: string, isOn: boolean) =>
    onText(options.filter((each) => (each === one ? isOn : chosen.includes(each))).join(' '));
  return (
    <fieldset className={clsx('flex flex-col gap-1 sm:col-span-2 lg:col-span-3', className)}>
      <legend className="mb-1 font-medium text-sm">{label}</legend>
      {hint ? <p className="text-muted text-xs">{hint}</p> : null}
      <FieldError id={`${name}-error`} error={error} />
      <div className="flex flex-wrap gap-x-5">
        {options.map((one, index) => (
          <CheckboxField
            key={one}
            id={index === 0 ? name : `${name}.${one}`}
            name={`${name}.${one}`}
            label={textOf(one)}
            checked={chosen.includes(one)}
            onChange={({ target }) => turn(one, target.checked)}
          />
        ))}
      </div>
    </fieldset>
  );
}
