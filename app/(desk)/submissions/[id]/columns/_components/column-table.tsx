'use client';

import clsx from 'clsx';
import { ChevronDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { controlClass } from '@/components/ui/field-frame';
import { ALWAYS_REQUIRED, RECORD_COLUMNS, STOOD_FOR_BY } from '@/lib/consignment/column-guide';
import { ITEM_COLUMNS } from '@/lib/consignment/columns';
import type { LayoutFault, RecordColumn, Target } from '@/lib/intake/layout';

const GROUPS: readonly (readonly ['consignment' | 'sender' | 'recipient' | 'item', readonly RecordColumn[]])[] = [
  ['item', ITEM_COLUMNS],
  ['recipient', RECORD_COLUMNS.filter((column) => column.startsWith('recipient_'))],
  ['sender', RECORD_COLUMNS.filter((column) => column.startsWith('sender_'))],
];
const GROUPED = new Set(GROUPS.flatMap(([, columns]) => columns));
const ALL_GROUPS = [
  ['consignment', RECORD_COLUMNS.filter((column) => !GROUPED.has(column))] as const,
  ...GROUPS.toReversed(),
];

type ColumnTableProps = {
  labels: readonly string[];
  samples: readonly (readonly string[])[];
  targets: readonly Target[];
  faults: readonly LayoutFault[];
  onChange: (index: number, target: Target) => void;
};

/** The columns of the file with their first values, each beside what it is. */
export function ColumnTable({ labels, samples, targets, faults, onChange }: ColumnTableProps) {
  const t = useTranslations('submissions.mapping');
  const twice = new Set(faults.flatMap(({ code, indexes }) => (code === 'column_twice' ? indexes : [])));
  return (
    <ul className="divide-y divide-line">
      {labels.map((label, index) => {
        const target = targets[index] ?? 'kept';
        const isRead = target !== 'kept' && target !== 'left_out';
        return (
          <li
            key={label}
            className="grid grid-cols-[minmax(0,1fr)] items-center gap-x-4 gap-y-1 px-4 py-2 sm:grid-cols-[minmax(0,1fr)_minmax(0,15rem)]"
          >
            <label htmlFor={`column-${index}`} className="min-w-0">
              <span
                className={clsx('block truncate font-mono text-sm', isRead ? 'font-medium' : 'text-muted')}
                translate="no"
              >
                {label}
              </span>
              <span className="block truncate text-muted text-xs" translate="no">
                {samples[index]?.join(' · ') || t('emptyColumn')}
              </span>
            </label>
            <div className="min-w-0">
              <TargetSelect
                id={`column-${index}`}
                target={target}
                isWrong={twice.has(index)}
                onChange={(next) => onChange(index, next)}
              />
              {twice.has(index) ? <p className="pt-1 font-medium text-danger text-xs">{t('chosenTwice')}</p> : null}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

type TargetSelectProps = { id: string; target: Target; isWrong: boolean; onChange: (target: Target) => void };

/** The native control in groups: typing the first letters finds a column. */
function TargetSelect({ id, target, isWrong, onChange }: TargetSelectProps) {
  const t = useTranslations('submissions.mapping');
  const tField = useTranslations('consignment.field');
  return (
    <span className="relative flex">
      <select
        id={id}
        value={target}
        aria-invalid={isWrong || undefined}
        onChange={(event) => onChange(event.target.value as Target)}
        className={clsx(
          controlClass,
          'h-control appearance-none truncate pr-8',
          (target === 'kept' || target === 'left_out') && 'border-line text-muted',
        )}
      >
        <option value="kept">{t('kept')}</option>
        <option value="left_out">{t('leftOut')}</option>
        {ALL_GROUPS.map(([group, columns]) => (
          <optgroup key={group} label={t(`group.${group}`)}>
            {columns.map((column) => (
              <option key={column} value={column}>
                {ALWAYS_REQUIRED.has(column) || STOOD_FOR_BY.has(column)
                  ? t('requiredField', { field: tField(column) })
                  : tField(column)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      <ChevronDown
        aria-hidden="true"
        className="pointer-events-none absolute top-1/2 right-2.5 size-4 -translate-y-1/2 text-muted"
      />
    </span>
  );
}
