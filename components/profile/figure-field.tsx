import { TextField } from '@/components/ui/field';

type FigureFieldProps = {
  name: string;
  label: string;
  hint?: string;
  error?: string;
  min: number;
  max?: number;
  /** Null while none is typed. */
  value: number | null;
  onChange: (value: number | null) => void;
};

/** A whole number as it is typed: an emptied field is a missing figure, not nil. */
export function FigureField({ value, onChange, ...field }: FigureFieldProps) {
  return (
    <TextField
      {...field}
      type="number"
      value={value === null ? '' : String(value)}
      onChange={(event) => onChange(figureOf(event.currentTarget.value))}
    />
  );
}

/** The figure of a text; null where there is none. */
export function figureOf(text: string): number | null {
  return text.trim() === '' ? null : Number(text);
}
