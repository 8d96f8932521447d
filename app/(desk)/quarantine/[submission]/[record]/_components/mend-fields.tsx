import { useTranslations } from 'next-intl';
import { TextAreaField, TextField } from '@/components/ui/field';

/** A field of the record with its name in words and as the sender's file has it. */
export type MendField = { readonly key: string; readonly label: string; readonly name: string; readonly value: string };

type MendFieldsProps = {
  fields: readonly MendField[];
  /** Fields that stand first: what is wrong with each, or was. */
  wrong: ReadonlySet<string>;
  errors: ReadonlyMap<string, string>;
  values: Readonly<Record<string, string>>;
  onChange: (key: string, value: string) => void;
};

/** The fields of a refused record: those something is wrong with first, all others folded away. */
export function MendFields({ fields, wrong, errors, values, onChange }: MendFieldsProps) {
  const t = useTranslations('quarantine.record');
  const others = fields.filter(({ key }) => !wrong.has(key));
  const control = (field: MendField) => {
    const value = values[field.key] ?? field.value;
    const own = {
      name: `field-${field.key}`,
      id: `field-${field.key}`,
      label: (
        <>
          {field.label}
          {field.label === field.name ? null : (
            <span className="font-mono font-normal text-muted text-xs" translate="no">
              {' '}
              {field.name}
            </span>
          )}
        </>
      ),
      error: errors.has(field.key) ? <span translate="no">{errors.get(field.key)}</span> : undefined,
      value,
      spellCheck: false,
      autoComplete: 'off',
    };
    // A control of one line would lose line ends.
    return value.includes('\n') ? (
      <TextAreaField key={field.key} {...own} onChange={(event) => onChange(field.key, event.target.value)} />
    ) : (
      <TextField key={field.key} {...own} onChange={(event) => onChange(field.key, event.target.value)} />
    );
  };
  return (
    <>
      <div className="flex max-w-xl flex-col gap-3">{fields.filter(({ key }) => wrong.has(key)).map(control)}</div>
      {others.length > 0 ? (
        <details className="border-line border-t pt-2">
          <summary className="cursor-pointer font-medium text-sm">{t('otherFields', { count: others.length })}</summary>
          <div className="grid gap-3 pt-3 sm:grid-cols-2 lg:grid-cols-3">{others.map(control)}</div>
        </details>
      ) : null}
    </>
  );
}
