'use client';

import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { type ReactNode, useId } from 'react';
import type { ValueEditorProps } from 'react-querybuilder';
import { controlClass } from '@/components/ui/field-frame';
import type { PolicyCurrency } from '@/lib/policy/policy';
import { type Field, fieldOf } from '@/lib/profile/fields';
import { OPERATORS, type Operator } from '@/lib/profile/operators';
import { pathText } from './use-problem-text';

/** What the editor hands to each of its controls. */
export type EditorContext = { readonly currency: PolicyCurrency };

/** A label that tells whose condition it is to those who do not see the row. */
export function OfCondition({ text, place }: { text: ReactNode; place: string }) {
  const t = useTranslations('profile.editor');
  return (
    <>
      {text}
      <span className="sr-only"> {t('ofCondition', { place })}</span>
    </>
  );
}

/** What a condition compares with, in the form its operator takes. */
export function ValueEditor({
  field: name,
  operator,
  value,
  path,
  handleOnChange,
  context,
  id,
  errorId,
}: ValueEditorProps & { id: string; errorId?: string }) {
  const { currency }: EditorContext = context;
  const t = useTranslations('profile.editor');
  const label = (text: string) => <OfCondition text={text} place={pathText(path)} />;
  const field = fieldOf(name);
  // Another field or comparison begins with an empty box, as its value is empty.
  const place = `${name} ${operator}`;
  const takes = Object.hasOwn(OPERATORS, operator) ? OPERATORS[operator as Operator] : 'none';
  if (!field || takes === 'none' || takes === 'list') return null;
  if (takes === 'bounds') {
    const [from, to] = Array.isArray(value) ? value : [null, null];
    return (
      <>
        <Entry
          key={`${place} from`}
          label={label(t('from'))}
          id={id}
          errorId={errorId}
          field={field}
          currency={currency}
          value={from}
          onChange={(one) => handleOnChange([one, to])}
        />
        <Entry
          key={`${place} to`}
          label={label(t('to'))}
          errorId={errorId}
          field={field}
          currency={currency}
          value={to}
          onChange={(one) => handleOnChange([from, one])}
        />
      </>
    );
  }
  if (takes === 'several') {
    return (
      <Text
        key={place}
        id={id}
        label={label(t('several'))}
        errorId={errorId}
        value={Array.isArray(value) ? value.join(', ') : ''}
        onChange={(text) => handleOnChange(text.split(',').map((one) => one.trim()))}
      />
    );
  }
  return (
    <Entry
      key={place}
      id={id}
      label={label(t('value'))}
      errorId={errorId}
      field={field}
      currency={currency}
      value={value}
      onChange={handleOnChange}
    />
  );
}

type EntryProps = {
  id?: string;
  label: ReactNode;
  errorId?: string;
  field: Field;
  currency: PolicyCurrency;
  value: unknown;
  onChange: (value: unknown) => void;
};

/** One value: a text, or a whole number in the unit of the field; amounts are typed with their decimals. */
function Entry({ id, label, errorId, field, currency: { currency, minorDigits }, value, onChange }: EntryProps) {
  const t = useTranslations('profile.unit');
  if (field.kind !== 'number')
    return <Text id={id} label={label} errorId={errorId} value={String(value ?? '')} onChange={onChange} />;
  const scale = field.unit === 'minor' ? 10 ** minorDigits : 1;
  const unit = field.unit && field.unit !== 'plain' ? ` (${t(field.unit, { currency })})` : '';
  return (
    <Text
      id={id}
      label={
        <>
          {label}
          {unit}
        </>
      }
      errorId={errorId}
      type="number"
      step={1 / scale}
      value={typeof value === 'number' ? String(value / scale) : ''}
      onChange={(text) => onChange(text === '' ? null : Math.round(Number(text) * scale))}
    />
  );
}

type TextProps = {
  id?: string;
  label: ReactNode;
  errorId?: string;
  value: string;
  onChange: (text: string) => void;
  type?: 'text' | 'number';
  step?: number;
};

function Text({ id: given, label, errorId, value, onChange, type = 'text', step }: TextProps) {
  const own = useId();
  const id = given ?? own;
  return (
    <span className="flex min-w-24 flex-1 flex-col gap-1">
      <label htmlFor={id} className="text-muted text-xs">
        {label}
      </label>
      <input
        id={id}
        aria-invalid={errorId ? true : undefined}
        aria-describedby={errorId}
        type={type}
        step={step}
        // What is typed stays the browser's: a figure half typed is no figure yet.
        defaultValue={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        className={clsx(controlClass, 'h-control')}
      />
    </span>
  );
}
