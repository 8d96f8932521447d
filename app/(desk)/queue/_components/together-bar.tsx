'use client';

import { useTranslations } from 'next-intl';
import { useShortcuts } from '@/components/shell/shortcuts';
import { Button } from '@/components/ui/button';
import { useTogether } from './together-desk';
import { Worth } from './together-worth';
import type { Chosen } from './use-chosen';

type TogetherBarProps = {
  chosen: Chosen;
  /** How many the filter finds on all its pages. */
  matching: number;
  /** That filter, as the address has it. */
  query: Readonly<Record<string, string>>;
  /** Whether it narrows the queue: the whole of a queue is never offered in one go. */
  isNarrowed: boolean;
  onPage: number;
};

/** What is selected, or what the filter finds, and what can be done with it. */
export function TogetherBar({ chosen, matching, query, isNarrowed, onPage }: TogetherBarProps) {
  const t = useTranslations('queue.together');
  const tQueue = useTranslations('queue');
  const together = useTogether();
  const { rows } = chosen;
  const isAny = rows.length > 0;
  const offersAll = isNarrowed && matching > 1;
  const openAll = () => void together.openAll(query);
  const run = isAny ? () => together.open({ rows, choose: chosen.set }) : openAll;
  useShortcuts(isAny || offersAll ? [{ keys: 'r', text: tQueue('key.together'), run, group: tQueue('title') }] : []);
  const all = (kbd?: string) => (
    <Button size="sm" kbd={kbd} onClick={openAll} pending={together.isReading}>
      {t('allMatching', { count: matching })}
    </Button>
  );
  return (
    <>
      {offersAll && !isAny ? <div className="flex justify-end">{all('r')}</div> : null}
      <div aria-live="polite" className="sticky top-topbar z-20 empty:hidden lg:top-0">
        {isAny ? (
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-md border border-accent bg-selected px-3 py-2 text-sm">
            <p className="min-w-40 flex-1">
              <strong className="font-semibold">{t('selected', { count: rows.length })}</strong> <Worth rows={rows} />
            </p>
            {offersAll || (rows.length === onPage && matching > onPage) ? all() : null}
            <Button size="sm" variant="ghost" onClick={() => chosen.set([])}>
              {t('clear')}
            </Button>
            <Button size="sm" variant="primary" kbd="r" onClick={run}>
              {t('release')}
            </Button>
          </div>
        ) : null}
      </div>
    </>
  );
}
