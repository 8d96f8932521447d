'use client';

import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { type ActionState, IDLE } from '@/components/forms/action-state';
import { useShortcuts } from '@/components/shell/shortcuts';
import { Button } from '@/components/ui/button';
import { useToast } from '@/components/ui/toast';

type Taken = { consignmentId: string | null };
type TakeNextAction = (
  previous: ActionState<Taken>,
  input: { lane?: ('green' | 'blue' | 'yellow' | 'red')[] },
) => Promise<ActionState<Taken>>;

/** Claims the next free consignment and opens it. */
export function TakeNext({ action, lane }: { action: TakeNextAction; lane: ('green' | 'blue' | 'yellow' | 'red')[] }) {
  const t = useTranslations('queue');
  const tRefusal = useTranslations('clearance.refusal');
  const router = useRouter();
  const toast = useToast();
  const [isPending, start] = useTransition();
  const take = () =>
    start(async () => {
      const state = await action(IDLE, { lane });
      if (state.status === 'ok' && state.data?.consignmentId) {
        router.push(`/consignments/${state.data.consignmentId}` as Route);
      } else if (state.status === 'refused') {
        const code = state.reasons[0]?.code ?? '';
        toast.show({ title: tRefusal.has(code) ? tRefusal(code) : t('nothingToTake'), tone: 'danger' });
      } else toast.show({ title: t('nothingToTake') });
    });
  useShortcuts([{ keys: 'n', text: t('key.take'), run: take, group: t('key.group') }]);
  return (
    <Button variant="primary" kbd="n" onClick={take} pending={isPending}>
      {t('takeNext')}
    </Button>
  );
}
