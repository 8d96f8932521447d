'use client';

import { useTranslations } from 'next-intl';
import { useReasonText } from '@/components/forms/reason-text';
import type { Outcome } from '@/db/commands/clearance/change/each-of';
import type { Reason } from '@/lib/kernel/problem';
import type { TogetherRow } from './use-matching-rows';

/** A row that something was not done with, and every reason why not. */
export type Left = {
  readonly row: Pick<TogetherRow, 'consignmentId' | 'reference'>;
  readonly reasons: readonly Reason[];
};

/** The rows of which something was refused, in the order of the answer. */
export function leftOf(rows: readonly Left['row'][], outcomes: readonly Outcome[]): Left[] {
  return outcomes.flatMap((one) => {
    const row = rows.find(({ consignmentId }) => consignmentId === one.consignmentId);
    return row && 'reasons' in one ? [{ row, reasons: one.reasons }] : [];
  });
}

/** Consignments that do not go with the others, each with every reason. */
export function LeftOut({ left, title = false }: { left: readonly Left[]; title?: boolean }) {
  const t = useTranslations('queue.together');
  const textOf = useReasonText();
  if (left.length === 0) return null;
  return (
    <div className="text-sm">
      {title ? <p className="font-semibold">{t('excluded', { count: left.length })}</p> : null}
      <ul className="mt-1 flex max-h-56 flex-col gap-1 overflow-y-auto">
        {left.map(({ row, reasons }) => (
          <li key={row.consignmentId}>
            <span className="font-mono" translate="no">
              {row.reference}
            </span>{' '}
            <span className="text-muted">{reasons.map(textOf).join(' ')}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
