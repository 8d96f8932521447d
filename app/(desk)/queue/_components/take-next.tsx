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
import type { OfficeName } from '@/db/queries/identity/find-session';
import { takeNextAction } from '../actions';

type TakeNextProps = { office: OfficeName; query: Record<string, string> };

/** Claims the next free consignment of the queue as it is narrowed on the screen, whatever office another tab changed to, and opens it. */
export function TakeNext({ office, query }: TakeNextProps) {
  const t = useTranslations('queue');
  const reasonText = useReasonText();
  const router = useRouter();
  const toast = useToast();
  const [isPending, start] = useTransition();
  const take = () =>
    start(async () => {
      const state = await takeNextAction(IDLE, { officeId: office.id, query });
      const reason = state.status === 'refused' ? state.reasons[0] : undefined;
      if (reason) toast.show({ title: reasonText(reason), tone: 'danger' });
      else if (state.status === 'ok' && state.data?.consignmentId)
        router.push(routes.consignment(state.data.consignmentId));
      else toast.show({ title: t('nothingToTake', { office: office.name }), tone: 'info' });
    });
  useShortcuts([{ keys: 'n', text: t('key.take'), run: take, group: t('title') }]);
  return (
    <Button variant="primary" kbd="n" onClick={take} pending={isPending}>
      {t('takeNext')}
    </Button>
  );
}
