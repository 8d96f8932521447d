'use client';

import { useTranslations } from 'next-intl';
import { SelectField, TextAreaField } from '@/components/ui/field';
import { useActError } from './act-errors';

type OptionFieldProps = {
  name: string;
  label: string;
  codes: readonly string[];
  /** Group of the clearance catalogue in which the codes are named. */
  group: string;
  hint?: string;
  defaultValue?: string;
  onPick?: (code: string) => void;
};

/** One code of a closed list, named in words. Nothing is chosen beforehand, so that a ground is always a choice. */
export function OptionField({ name, label, codes, group, hint, defaultValue, onPick }: OptionFieldProps) {
  const t = useTranslations('clearance');
  const tAct = useTranslations('consignment.act');
  const error = useActError(`act-${name}`);
  return (
    <SelectField
      id={`act-${name}`}
      name={name}
      label={label}
      hint={hint}
      error={error}
      required
      defaultValue={defaultValue}
      prompt={tAct('choose')}
      onChange={onPick ? (event) => onPick(event.target.value) : undefined}
      options={codes.map((value) => ({ value, label: t(`${group}.${value}`) }))}
    />
  );
}

type NoteFieldProps = { label: string; name?: string; hint?: string; isRequired?: boolean; defaultValue?: string };

/** Words of the officer. */
export function NoteField({ label, name = 'note', hint, isRequired = false, defaultValue }: NoteFieldProps) {
  const error = useActError(`act-${name}`);
  return (
    <TextAreaField
      id={`act-${name}`}
      name={name}
      label={label}
      hint={hint}
      error={error}
      optional={!isRequired}
      required={isRequired}
      maxLength={2000}
      rows={3}
      defaultValue={defaultValue}
    />
  );
}
