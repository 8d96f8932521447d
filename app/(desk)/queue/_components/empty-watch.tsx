'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import type { OfficeName } from '@/db/queries/identity/find-session';
import { QueueNotices } from './queue-notices';
import { type QueueOnScreen, useQueueChanges } from './use-queue-changes';

/** Watches an empty view: what comes is shown at once, since no row can move under the reader. */
export function EmptyWatch({ screen, offices }: { screen: QueueOnScreen; offices: readonly OfficeName[] }) {
  const router = useRouter();
  const found = useQueueChanges(screen);
  const hasCome = found.newRows > 0;
  useEffect(() => {
    if (hasCome) router.refresh();
  }, [hasCome, router]);
  return <QueueNotices found={{ ...found, newRows: 0 }} screen={screen} offices={offices} />;
}
