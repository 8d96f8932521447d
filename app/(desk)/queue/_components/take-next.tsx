'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { routes } from '@/app/_server/routes';
import { IDLE } from '@/components/forms/action-state';
import { useReasonText } from '@/components/forms/reason-text';
import { useShortcuts } from '@/components/shell/shortcuts';
import { Button } from '@/components/ui/button';
import { useToast } from '@/components/ui/toast';
import type { QueueFilter } from '@/lib/clearance/queue-filter';
import { takeNextAction } from '../actions';

/** Claims the next free consignment of the queue that is shown, and opens it. */
export function TakeNext({ officeId, lane }: Pick<QueueFilter, 'officeId' | 'lane'>) {
  const t = useTranslations('queue');
  const reasonText = useReasonText();
  const router = useRouter();
  const toast = useToast();
  const [isPending, start] = useTransition();
  const take = () =>
    start(async () => {
      const state = await takeNextAction(IDLE, { officeId, lane: [...lane] });
      const reason = state.status === 'refused' ? state.reasons[0] : undefined;
      if (reason) toast.show({ title: reasonText(reason), tone: 'danger' });
      else if (state.status === 'ok' && state.data?.consignmentId)
        router.push(routes.consignment(state.data.consignmentId));
      else toast.show({ title: t('nothingToTake') });
    });
  useShortcuts([{ keys: 'n', text: t('key.take'), run: take, group: t('key.group') }]);
  return (
    <Button variant="primary" kbd="n" onClick={take} pending={isPending}>
      {t('takeNext')}
    </Button>
  );
}
