'use client';

import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { IDLE } from '@/components/forms/action-state';
import { useReasonText } from '@/components/forms/reason-text';
import { useShortcuts } from '@/components/shell/shortcuts';
import { Button } from '@/components/ui/button';
import { useToast } from '@/components/ui/toast';
import type { OfficeName } from '@/db/queries/identity/find-session';
import { takeLookAction } from '../actions';

type TakeLookProps = { office: OfficeName; inHand: string | null };

/** Opens the second look in hand, or the next one that waits. */
export function TakeLook({ office, inHand }: TakeLookProps) {
  const t = useTranslations('secondLook');
  const reasonText = useReasonText();
  const toast = useToast();
  const [isPending, start] = useTransition();
  const take = () =>
    start(async () => {
      const state = await takeLookAction(IDLE, { officeId: office.id });
      const reason = state.status === 'refused' ? state.reasons[0] : undefined;
      if (reason) toast.show({ title: reasonText(reason), tone: 'danger' });
      else toast.show({ title: t('none', { office: office.name }), tone: 'info' });
    });
  useShortcuts([{ keys: 'n', text: t('key.take'), run: take, group: t('title') }]);
  return (
    <Button variant="primary" kbd="n" onClick={take} pending={isPending}>
      {inHand ? t('goOn', { reference: inHand }) : t('take')}
    </Button>
  );
}
