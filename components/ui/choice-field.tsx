import clsx from 'clsx';
import type { ComponentProps, ReactNode } from 'react';
import { controlLinks, FieldError, type FieldTexts } from './field-frame';

type CheckboxFieldProps = FieldTexts & Omit<ComponentProps<'input'>, 'id' | 'name' | 'type' | 'className'>;

/** One yes or no. */
export function CheckboxField({ name, label, hint, error, id, className, ...rest }: CheckboxFieldProps) {
  const links = controlLinks({ name, label, hint, error, id });
  return (
    <div className={clsx('flex flex-col gap-1', className)}>
      <FieldError id={`${links.id}-error`} error={error} />
      <label className="flex min-h-target items-start gap-2 text-sm">
        <input {...rest} {...links} type="checkbox" className="mt-0.5 size-4 shrink-0" />
        <span>
          {label}
          {hint ? (
            <span id={`${links.id}-hint`} className="block text-muted text-xs">
              {hint}
            </span>
          ) : null}
        </span>
      </label>
    </div>
  );
}

export type Choice = { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean };
type RadioFieldProps = {
  name: string;
  legend: ReactNode;
  options: readonly Choice[];
  hint?: ReactNode;
  error?: ReactNode;
  id?: string;
  defaultValue?: string;
  required?: boolean;
  className?: string;
  onChange?: (value: string) => void;
};

/** One of a few, all visible. An error summary points at the first choice, which carries the field's id. */
export function RadioField(props: RadioFieldProps) {
  const { name, legend, options, hint, error, id = name, defaultValue, required, className, onChange } = props;
  const describers = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <fieldset className={clsx('flex flex-col gap-1', className)} aria-describedby={describers || undefined}>
      <legend className="mb-1 font-medium text-sm">{legend}</legend>
      {hint ? (
        <p id={`${id}-hint`} className="text-muted text-xs">
          {hint}
        </p>
      ) : null}
      <FieldError id={`${id}-error`} error={error} />
      {options.map((option, index) => (
        <label key={option.value} className="flex min-h-target items-start gap-2 text-sm">
          <input
            type="radio"
            id={index === 0 ? id : undefined}
            name={name}
            value={option.value}
            defaultChecked={option.value === defaultValue}
            disabled={option.disabled}
            required={required}
            onChange={onChange ? () => onChange(option.value) : undefined}
            className="mt-0.5 size-4 shrink-0"
          />
          <span>
            {option.label}
            {option.hint ? <span className="block text-muted text-xs">{option.hint}</span> : null}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
