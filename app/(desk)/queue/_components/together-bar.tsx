'use client';

import { useTranslations } from 'next-intl';
import { useShortcuts } from '@/components/shell/shortcuts';
import { Button } from '@/components/ui/button';
import { useTogether } from './together-desk';
import { Worth } from './together-worth';
import type { Chosen } from './use-chosen';

/** `matching`: how many the filter finds on all its pages; `query`: that filter, as the address has it. */
type TogetherBarProps = { chosen: Chosen; matching: number; query: Readonly<Record<string, string>>; onPage: number };

/** What is selected and what can be done with it; there while anything is. */
export function TogetherBar({ chosen, matching, query, onPage }: TogetherBarProps) {
  const t = useTranslations('queue.together');
  const tQueue = useTranslations('queue');
  const together = useTogether();
  const { rows } = chosen;
  const open = () => together.open({ rows, choose: chosen.set });
  const isAny = rows.length > 0;
  useShortcuts(isAny ? [{ keys: 'r', text: tQueue('key.together'), run: open, group: tQueue('title') }] : []);
  return (
    <div aria-live="polite" className="empty:hidden">
      {isAny ? (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-md border border-accent bg-selected px-3 py-2 text-sm">
          <p className="min-w-40 flex-1">
            <strong className="font-semibold">{t('selected', { count: rows.length })}</strong> <Worth rows={rows} />
          </p>
          {rows.length === onPage && matching > onPage ? (
            <Button size="sm" onClick={() => void together.openAll(query)} pending={together.isReading}>
              {t('allMatching', { count: matching })}
            </Button>
          ) : null}
          <Button size="sm" variant="ghost" onClick={() => chosen.set([])}>
            {t('clear')}
          </Button>
          <Button size="sm" variant="primary" kbd="r" onClick={open}>
            {t('release')}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
