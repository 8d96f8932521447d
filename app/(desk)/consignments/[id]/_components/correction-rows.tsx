'use client';

import { Plus, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button, IconButton } from '@/components/ui/button';
import { SelectField, TextField } from '@/components/ui/field';
import { type DeclaredItem, declaredIn } from '@/lib/clearance/decide-result';
import { CORRECTION_FIELDS, type CorrectionField } from '@/lib/clearance/results';
import { useActErrors } from './act-errors';

export type CorrectionRow = {
  readonly key: number;
  readonly itemNumber: number;
  readonly field: CorrectionField;
  readonly corrected: string;
};
type CorrectionRowsProps = {
  items: readonly DeclaredItem[];
  rows: readonly CorrectionRow[];
  onChange: (rows: readonly CorrectionRow[]) => void;
};

/** Corrected values, one field of one item a row, the declared value as its hint. */
export function CorrectionRows({ items, rows, onChange }: CorrectionRowsProps) {
  const t = useTranslations('consignment.result');
  const tClearance = useTranslations('clearance');
  const errorOf = useActErrors();
  const change = (key: number, part: Partial<CorrectionRow>) =>
    onChange(rows.map((row) => (row.key === key ? { ...row, ...part } : row)));
  const add = () =>
    onChange([
      ...rows,
      {
        key: 1 + Math.max(-1, ...rows.map(({ key }) => key)),
        itemNumber: rows.at(-1)?.itemNumber ?? items[0]?.itemNumber ?? 1,
        field: 'value',
        corrected: '',
      },
    ]);
  return (
    <fieldset id="act-corrections" className="flex flex-col gap-2">
      <legend className="mb-1 font-medium text-sm">{t('corrections')}</legend>
      {rows.map((row, index) => {
        const item = items.find(({ itemNumber }) => itemNumber === row.itemNumber);
        const declared = item ? declaredIn(item, row.field) : null;
        return (
          <div
            key={row.key}
            className="grid grid-cols-[5rem_1fr_auto] items-end gap-2 rounded-md border border-line p-2"
          >
            <SelectField
              name={`item-${row.key}`}
              label={t('item')}
              value={String(row.itemNumber)}
              onChange={(event) => change(row.key, { itemNumber: Number(event.target.value) })}
              options={items.map(({ itemNumber }) => ({ value: String(itemNumber), label: String(itemNumber) }))}
            />
            <SelectField
              name={`field-${row.key}`}
              label={t('field')}
              value={row.field}
              onChange={(event) =>
                change(row.key, { field: CORRECTION_FIELDS.find((one) => one === event.target.value) ?? row.field })
              }
              options={CORRECTION_FIELDS.map((value) => ({ value, label: tClearance(`correctionField.${value}`) }))}
            />
            <IconButton
              label={t('remove', { number: index + 1 })}
              icon={<X className="size-4" aria-hidden="true" />}
              onClick={() => onChange(rows.filter(({ key }) => key !== row.key))}
            />
            <TextField
              id={`act-corrections-${index}`}
              name={`corrected-${row.key}`}
              className="col-span-3"
              label={row.field === 'value' && item ? t('correctedIn', { currency: item.currency }) : t('corrected')}
              hint={
                <>
                  {t('declared')} <bdi translate="no">{declared ?? '–'}</bdi>
                  {row.field === 'value' && item ? <span translate="no"> {item.currency}</span> : null}
                </>
              }
              error={errorOf(`act-corrections-${index}`)}
              value={row.corrected}
              maxLength={512}
              required
              autoComplete="off"
              inputMode={row.field === 'value' || row.field === 'quantity' ? 'decimal' : undefined}
              onChange={(event) => change(row.key, { corrected: event.target.value })}
            />
          </div>
        );
      })}
      <Button size="sm" className="self-start" icon={<Plus className="size-4" aria-hidden="true" />} onClick={add}>
        {t('add')}
      </Button>
    </fieldset>
  );
}
