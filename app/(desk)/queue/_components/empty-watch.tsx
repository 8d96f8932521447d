'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { useShortcuts } from '@/components/shell/shortcuts';
import { Callout } from '@/components/ui/callout';
import type { OfficeName } from '@/db/queries/identity/find-session';
import { QueueNotices } from './queue-notices';
import { type QueueOnScreen, useQueueChanges } from './use-queue-changes';

/** Watches an empty view: what comes is shown at once, since no row can move under the reader. */
export function EmptyWatch({ screen, offices }: { screen: QueueOnScreen; offices: readonly OfficeName[] }) {
  const t = useTranslations('queue');
  const router = useRouter();
  const found = useQueueChanges(screen);
  const hasCome = found.newRows > 0;
  useEffect(() => {
    if (hasCome) router.refresh();
  }, [hasCome, router]);
  useShortcuts([{ keys: '.', text: t('key.refresh'), run: () => router.refresh(), group: t('title') }]);
  return (
    <>
      <QueueNotices found={found} screen={screen} offices={offices} />
      {found.isStale ? (
        <Callout tone="warning" live>
          {t('stale')}
        </Callout>
      ) : null}
    </>
  );
}
