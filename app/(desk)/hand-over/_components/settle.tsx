'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { type ActionState, IDLE } from '@/components/forms/action-state';
import { Outcome } from '@/components/forms/outcome';
import { SubmitButton } from '@/components/ui/submit-button';
import { useToast } from '@/components/ui/toast';
import type { ClaimsGo } from '@/lib/clearance/hand-over';
import { confirmHandOverAction, withdrawHandOverAction } from '../actions';

/** A hand-over that waits: a colleague takes it over, its writer may take it back. */
export function Settle(props: { handOverId: string; isOwn: boolean; claims: number; claimsGo: ClaimsGo }) {
  const { handOverId, isOwn, claims, claimsGo } = props;
  const t = useTranslations('handOver');
  const toast = useToast();
  const [state, dispatch] = useActionState(
    async (_previous: unknown, _form: FormData): Promise<ActionState<unknown>> => {
      if (isOwn) {
        const next = await withdrawHandOverAction(IDLE, { handOverId });
        if (next.status === 'ok') toast.show({ title: t('withdrawn') });
        return next;
      }
      const next = await confirmHandOverAction(IDLE, { handOverId });
      if (next.status === 'ok') toast.show({ title: t('confirmed', next.data ?? { moved: 0, left: 0 }) });
      return next;
    },
    IDLE,
  );
  const text = isOwn ? t('ownText') : t(claimsGo === 'to_queue' ? 'confirmQueueText' : 'confirmText', { claims });
  return (
    <form action={dispatch} className="flex flex-col gap-3">
      <Outcome state={state} />
      <div className="flex flex-wrap items-center gap-3 text-sm">
        <SubmitButton variant={isOwn ? 'secondary' : 'primary'}>{t(isOwn ? 'withdraw' : 'confirm')}</SubmitButton>
        <span className="text-muted">{text}</span>
      </div>
    </form>
  );
}
