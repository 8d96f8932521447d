import { FieldError } from '@/components/ui/field-frame';

type ChoiceBoxesProps = {
  name: string;
  legend: string;
  hint?: string;
  error?: string;
  choices: readonly { readonly value: string; readonly label: string }[];
  areAllChosen?: boolean;
  /** The labels are names. */
  isData?: boolean;
};

/** Any number of a few, all visible. An error summary points at the first, which carries the field's id. */
export function ChoiceBoxes({ name, legend, hint, error, choices, areAllChosen, isData }: ChoiceBoxesProps) {
  const describers = [hint ? `${name}-hint` : '', error ? `${name}-error` : ''].filter(Boolean).join(' ');
  return (
    <fieldset className="flex flex-col gap-1" aria-describedby={describers || undefined}>
      <legend className="mb-1 font-medium text-sm">{legend}</legend>
      {hint ? (
        <p id={`${name}-hint`} className="text-muted text-xs">
          {hint}
        </p>
      ) : null}
      <FieldError id={`${name}-error`} error={error} />
      <div className="grid gap-x-4 sm:grid-cols-2">
        {choices.map(({ value, label }, index) => (
          <label key={value} className="flex min-h-target items-center gap-2 text-sm">
            <input
              type="checkbox"
              id={index === 0 ? name : undefined}
              name={name}
              value={value}
              defaultChecked={areAllChosen}
              className="size-4 shrink-0"
            />
            <span translate={isData ? 'no' : undefined}>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
