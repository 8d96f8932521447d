'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useShortcuts } from '@/components/shell/shortcuts';
import { Button } from '@/components/ui/button';
import { useToast } from '@/components/ui/toast';
import { useTogether } from './together-desk';
import { Worth } from './together-worth';
import type { Chosen } from './use-chosen';

type TogetherWish = {
  chosen: Chosen;
  /** How many the filter finds on all its pages. */
  matching: number;
  /** That filter, as the address has it. */
  query: Readonly<Record<string, string>>;
  /** Whether it narrows the queue: the whole of a queue is never offered in one go. */
  isNarrowed: boolean;
  onPage: number;
  /** Whether rows of this view are released together at all. */
  isOffered: boolean;
};

/** What is selected, or what the filter finds, and what can be done with it: for the line above the rows. */
export function useTogetherBar(wish: TogetherWish): { selection: ReactNode; actions: ReactNode } {
  const { chosen, matching, query, isNarrowed, onPage, isOffered } = wish;
  const t = useTranslations('queue.together');
  const tQueue = useTranslations('queue');
  const together = useTogether();
  const toast = useToast();
  const { rows } = chosen;
  const isAny = rows.length > 0;
  const offersAll = isOffered && isNarrowed && matching > 1;
  const openAll = () => void together.openAll(query);
  const run = () => {
    if (isAny) together.open({ rows, choose: chosen.set });
    else if (offersAll) openAll();
    // The key is on the sheet whatever is selected, and says what it lacks.
    else toast.show({ title: t('selectFirst'), tone: 'info' });
  };
  useShortcuts(isOffered ? [{ keys: 'r', text: tQueue('key.together'), run, group: tQueue('title') }] : []);
  const all = (kbd?: string) => (
    <Button size="sm" kbd={kbd} onClick={openAll} pending={together.isReading}>
      {t('allMatching', { count: matching })}
    </Button>
  );
  if (!isAny) return { selection: null, actions: offersAll ? all('r') : null };
  return {
    selection: (
      <p>
        <strong className="font-semibold">{t('selected', { count: rows.length })}</strong> <Worth rows={rows} />
      </p>
    ),
    actions: (
      <>
        {offersAll || (rows.length === onPage && matching > onPage) ? all() : null}
        <Button size="sm" variant="ghost" onClick={() => chosen.set([])}>
          {t('clear')}
        </Button>
        <Button size="sm" variant="primary" kbd="r" onClick={run}>
          {t('release')}
        </Button>
      </>
    ),
  };
}
