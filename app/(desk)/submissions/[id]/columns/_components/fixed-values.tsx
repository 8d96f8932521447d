'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { SelectField, TextField } from '@/components/ui/field';
import { Panel } from '@/components/ui/panel';
import { COLUMN_GUIDE, missingColumnsOf } from '@/lib/consignment/column-guide';
import { FIXABLE, type FixedValues, type LayoutFault, type RecordColumn, type Target } from '@/lib/intake/layout';

type FixedValuesPanelProps = {
  targets: readonly Target[];
  fixed: FixedValues;
  faults: readonly LayoutFault[];
  onChange: (fixed: FixedValues) => void;
};

/** One value for the whole file where it lacks a column: those every record needs, and any other by choice. */
export function FixedValuesPanel({ targets, fixed, faults, onChange }: FixedValuesPanelProps) {
  const t = useTranslations('submissions.mapping');
  const tField = useTranslations('consignment.field');
  const isMapped = (column: RecordColumn) => targets.includes(column);
  const missing = missingColumnsOf(isMapped);
  const shown = FIXABLE.filter((column) => fixed[column] !== undefined || missing.includes(column));
  const others = FIXABLE.filter((column) => !shown.includes(column) && !isMapped(column));
  const without = (column: RecordColumn) =>
    Object.fromEntries(Object.entries(fixed).filter(([name]) => name !== column)) as FixedValues;
  return (
    <Panel title={t('fixed')} description={t('fixedText')}>
      <div className="flex flex-col gap-3">
        {shown.map((column) => {
          const fault = faults.find((one) => one.column === column && one.code !== 'column_missing');
          return (
            <div key={column} className="flex items-end gap-2">
              <FixedField
                column={column}
                value={fixed[column] ?? ''}
                error={fault ? t(`fault.${fault.code}`, { field: tField(column), columns: '', value: '' }) : undefined}
                onChange={(value) => onChange({ ...fixed, [column]: value })}
              />
              {missing.includes(column) ? null : (
                <Button
                  type="button"
                  variant="ghost"
                  aria-label={t('removeFixed', { field: tField(column) })}
                  onClick={() => onChange(without(column))}
                >
                  <X className="size-4" aria-hidden="true" />
                </Button>
              )}
            </div>
          );
        })}
        <SelectField
          name="addFixed"
          label={t('addFixed')}
          prompt={t('choose')}
          value=""
          onChange={(event) => {
            const column = others.find((one) => one === event.target.value);
            if (column) onChange({ ...fixed, [column]: '' });
          }}
          options={others.map((value) => ({ value, label: tField(value) }))}
        />
      </div>
    </Panel>
  );
}

type FixedFieldProps = {
  column: RecordColumn;
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
};

function FixedField({ column, value, error, onChange }: FixedFieldProps) {
  const t = useTranslations('submissions.mapping');
  const tForm = useTranslations('submissions.guide.form');
  const tField = useTranslations('consignment.field');
  const tWord = useTranslations('consignment.word');
  const { form, accepted, example } = COLUMN_GUIDE[column];
  const about = { name: `fixed-${column}`, label: tField(column), error, value, className: 'min-w-0 flex-1' };
  if (accepted) {
    const wordOf = (code: string) => {
      const key = `${column}.${code}` as Parameters<typeof tWord>[0];
      return tWord.has(key) ? tWord(key) : code;
    };
    return (
      <SelectField
        {...about}
        prompt={t('choose')}
        onChange={(event) => onChange(event.target.value)}
        options={accepted.map((code) => ({ value: code, label: wordOf(code) }))}
      />
    );
  }
  return (
    <TextField
      {...about}
      hint={form === 'text' ? undefined : tForm(form as 'country')}
      placeholder={example}
      maxLength={200}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
