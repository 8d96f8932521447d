'use client';

import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import type { ValueEditorProps } from 'react-querybuilder';
import { controlClass } from '@/components/ui/field-frame';
import type { PolicyCurrency } from '@/lib/policy/policy';
import { type Field, fieldOf } from '@/lib/profile/fields';
import { OPERATORS, type Operator } from '@/lib/profile/operators';

/** What the editor hands to each of its controls. */
export type EditorContext = { readonly currency: PolicyCurrency };

type ChoiceProps = {
  label: string;
  value: string;
  options: readonly { readonly value: string; readonly label: string }[];
  onChange: (value: string) => void;
  isInline?: boolean;
};

/** One of a closed list with its own label, as small as a row of conditions needs it. */
export function Choice({ label, value, options, onChange, isInline = false }: ChoiceProps) {
  const id = useId();
  return (
    <span className={clsx('flex gap-1', isInline ? 'items-center' : 'min-w-36 flex-1 flex-col sm:min-w-0')}>
      <label htmlFor={id} className="whitespace-nowrap text-muted text-xs">
        {label}
      </label>
      <select
        id={id}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        className={clsx(controlClass, isInline ? 'h-control w-auto' : 'h-control w-full')}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </span>
  );
}

/** What a condition compares with, in the form its operator takes. */
export function ValueEditor({ field: name, operator, value, handleOnChange, context }: ValueEditorProps) {
  const { currency }: EditorContext = context;
  const t = useTranslations('profile');
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
          label={t('editor.from')}
          field={field}
          currency={currency}
          value={from}
          onChange={(one) => handleOnChange([one, to])}
        />
        <Entry
          key={`${place} to`}
          label={t('editor.to')}
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
        label={t('editor.several')}
        value={Array.isArray(value) ? value.join(', ') : ''}
        onChange={(text) => handleOnChange(text.split(',').map((one) => one.trim()))}
      />
    );
  }
  return (
    <Entry
      key={place}
      label={t('editor.value')}
      field={field}
      currency={currency}
      value={value}
      onChange={handleOnChange}
    />
  );
}

type EntryProps = {
  label: string;
  field: Field;
  currency: PolicyCurrency;
  value: unknown;
  onChange: (value: unknown) => void;
};

/** One value: a text, or a whole number in the unit of the field; amounts are typed with their decimals. */
function Entry({ label, field, currency: { currency, minorDigits }, value, onChange }: EntryProps) {
  const t = useTranslations('profile.unit');
  if (field.kind !== 'number') return <Text label={label} value={String(value ?? '')} onChange={onChange} />;
  const scale = field.unit === 'minor' ? 10 ** minorDigits : 1;
  const unit = field.unit && field.unit !== 'plain' ? ` (${t(field.unit, { currency })})` : '';
  return (
    <Text
      label={`${label}${unit}`}
      type="number"
      step={1 / scale}
      value={typeof value === 'number' ? String(value / scale) : ''}
      onChange={(text) => onChange(text === '' ? null : Math.round(Number(text) * scale))}
    />
  );
}

type TextProps = {
  label: string;
  value: string;
  onChange: (text: string) => void;
  type?: 'text' | 'number';
  step?: number;
};

function Text({ label, value, onChange, type = 'text', step }: TextProps) {
  const id = useId();
  return (
    <span className="flex min-w-36 flex-1 flex-col gap-1 sm:min-w-0">
      <label htmlFor={id} className="text-muted text-xs">
        {label}
      </label>
      <input
        id={id}
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
