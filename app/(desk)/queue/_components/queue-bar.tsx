'use client';

import clsx from 'clsx';
import { Info, TriangleAlert } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useShortcuts } from '@/components/shell/shortcuts';
import { Button } from '@/components/ui/button';
import { DateTime } from '@/components/ui/date-time';
import type { FoundChanges } from './use-queue-changes';

type QueueBarProps = {
  found: FoundChanges;
  /** ISO instant the rows were read at. */
  readAt: string;
  /** What is selected; null where nothing is. */
  selection: ReactNode;
  /** What can be done with the rows. */
  actions: ReactNode;
};

/**
 * One line above the rows that is always there, so that nothing it comes to say moves a row under the reader: how old the rows are, that
 * new ones wait or that nothing is known of it, and what is selected with what can be done about it.
 */
export function QueueBar({ found, readAt, selection, actions }: QueueBarProps) {
  const t = useTranslations('queue');
  const router = useRouter();
  const { newRows, isStale } = found;
  useShortcuts([{ keys: '.', text: t('key.refresh'), run: () => router.refresh(), group: t('title') }]);
  const isQuiet = selection === null && newRows === 0 && !isStale;
  return (
    <div className={clsx(!isQuiet && 'sticky top-topbar z-20 lg:top-0')}>
      <div
        className={clsx(
          'flex min-h-11 flex-wrap items-center gap-x-4 gap-y-1 rounded-md border px-3 py-1 text-sm',
          selection !== null && 'border-accent bg-selected',
          selection === null && isStale && 'border-warning bg-warning-bg',
          selection === null && !isStale && newRows > 0 && 'border-info bg-info-bg',
          isQuiet && 'border-transparent text-muted',
        )}
      >
        <div className="flex min-w-40 flex-1 flex-wrap items-center gap-y-1">
          {/* Told aloud: what changes for the reader. How old the rows are and the button are no news. */}
          <div aria-live="polite" className="not-empty:mr-4 flex flex-wrap items-center gap-x-4 gap-y-1">
            {selection}
            {isStale ? (
              <p className="flex items-center gap-1.5">
                <TriangleAlert className="size-4 shrink-0 text-warning" aria-hidden="true" />
                {t('stale')}
              </p>
            ) : null}
            {newRows > 0 ? (
              <p className="flex items-center gap-1.5">
                <Info className="size-4 shrink-0 text-info" aria-hidden="true" />
                {t('newRows', { count: newRows })}
              </p>
            ) : null}
          </div>
          {newRows > 0 ? (
            <Button size="sm" kbd="." onClick={() => router.refresh()}>
              {t('show')}
            </Button>
          ) : null}
          {isQuiet ? (
            <p>
              {t.rich('asOf', { at: () => <DateTime at={readAt} show="time" /> })}{' '}
              <span className="max-sm:hidden">{t('stands')}</span>
            </p>
          ) : null}
        </div>
        {actions}
      </div>
    </div>
  );
}
