'use client';

import { useTranslations } from 'next-intl';
import { useShownUndo } from '@/components/ui/toast';
import { useShortcuts } from './shortcuts';

/**
 * While a message offers to take an act back, the keys for that do so wherever one is: the next consignment is on the screen by the time
 * a slip of the hand is noticed. The key printed on the message takes back what it tells, whatever the page could take back; on the other a
 * page with an undo of its own goes before.
 */
export function UndoKey() {
  const t = useTranslations('ui.toast');
  const undo = useShownUndo();
  useShortcuts(
    (undo?.keys ?? []).map((keys) => ({
      keys,
      text: t('undo'),
      run: () => undo?.run(),
      isFirst: keys === undo?.printed,
    })),
  );
  return null;
}
