import clsx from 'clsx';
import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';
import { controlClass, controlLinks, FieldFrame, type FieldTexts } from './field-frame';

type Native<Tag extends 'input' | 'textarea' | 'select'> = Omit<ComponentProps<Tag>, 'id' | 'name' | 'className'>;

/** Splits what the frame needs from what the native control needs. */
function split<Rest extends object>(props: FieldTexts & Rest) {
  const { name, label, hint, error, id, optional, className, ...rest } = props;
  return { texts: { name, label, hint, error, id, optional, className }, rest };
}

/** One line of text; `type` may be any that holds text, a date or a number. */
export function TextField(props: FieldTexts & Native<'input'>) {
  const { texts, rest } = split(props);
  return (
    <FieldFrame texts={texts}>
      <input
        {...rest}
        {...controlLinks(texts)}
        className={clsx(controlClass, 'h-control', rest.type === 'file' && 'py-1.5')}
      />
    </FieldFrame>
  );
}

/** Several lines of text; `data` for text whose every character counts. */
export function TextAreaField({
  rows = 3,
  data = false,
  ...props
}: FieldTexts & Native<'textarea'> & { data?: boolean }) {
  const { texts, rest } = split(props);
  return (
    <FieldFrame texts={texts}>
      <textarea
        {...rest}
        {...controlLinks(texts)}
        rows={rows}
        className={clsx(controlClass, 'py-1.5', data && 'font-mono text-xs leading-6')}
      />
    </FieldFrame>
  );
}

/** `isData`: the label is a name, which is not translated. */
export type Option = { value: string; label: string; disabled?: boolean; isData?: boolean };
type SelectFieldProps = FieldTexts &
  Omit<Native<'select'>, 'children' | 'multiple'> & {
    options: readonly Option[];
    /** The text of an empty first choice. */
    prompt?: string;
  };

/** One of a closed list: the native control, so it works without script and on a telephone. */
export function SelectField({ options, prompt, ...props }: SelectFieldProps) {
  const { texts, rest } = split(props);
  return (
    <FieldFrame texts={texts}>
      <span className="relative flex">
        <select {...rest} {...controlLinks(texts)} className={clsx(controlClass, 'h-control appearance-none pr-8')}>
          {prompt ? <option value="">{prompt}</option> : null}
          {options.map(({ value, label, disabled, isData }) => (
            <option key={value} value={value} disabled={disabled} translate={isData ? 'no' : undefined}>
              {label}
            </option>
          ))}
        </select>
        <ChevronDown
          aria-hidden="true"
          className="pointer-events-none absolute top-1/2 right-2.5 size-4 -translate-y-1/2 text-muted"
        />
      </span>
    </FieldFrame>
  );
}
