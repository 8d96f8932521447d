import clsx from 'clsx';
import { ChevronDown } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { controlClass } from '@/components/ui/field-frame';

export type ChoiceOption = { readonly value: string; readonly label: string };
export type ChoiceGroup = { readonly label: string; readonly options: readonly ChoiceOption[] };

type ChoiceProps = {
  /** Where a problem points to. */
  id?: string;
  label: ReactNode;
  value: string;
  options: readonly (ChoiceOption | ChoiceGroup)[];
  onChange: (value: string) => void;
  isInline?: boolean;
};

/** One of a closed list with its own label, as small as a row of conditions needs it. */
export function Choice({ id: given, label, value, options, onChange, isInline = false }: ChoiceProps) {
  const own = useId();
  const id = given ?? own;
  return (
    <span className={clsx('flex gap-1', isInline ? 'items-center' : 'min-w-32 flex-1 flex-col')}>
      <label htmlFor={id} className="whitespace-nowrap text-muted text-xs">
        {label}
      </label>
      <span className="relative flex">
        <select
          id={id}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
          className={clsx(controlClass, 'h-control appearance-none truncate pr-7', isInline && 'w-auto')}
        >
          {options.map((one) =>
            'options' in one ? (
              <optgroup key={one.label} label={one.label}>
                {one.options.map(optionOf)}
              </optgroup>
            ) : (
              optionOf(one)
            ),
          )}
        </select>
        <ChevronDown
          aria-hidden="true"
          className="pointer-events-none absolute top-1/2 right-2 size-4 -translate-y-1/2 text-muted"
        />
      </span>
    </span>
  );
}

const optionOf = ({ value, label }: ChoiceOption) => (
  <option key={value} value={value}>
    {label}
  </option>
);
