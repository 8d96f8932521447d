'use client';

import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { ActionState } from '@/components/forms/action-state';
import { ReasonDialog } from '@/components/forms/reason-dialog';
import { Button } from '@/components/ui/button';
import { discardAction } from '../actions';

type DiscardButtonProps = { submissionId: string; recordNumber: number; backHref: string };

/** Sets a refused record aside, for a reason, and goes back to the list. */
export function DiscardButton({ submissionId, recordNumber, backHref }: DiscardButtonProps) {
  const t = useTranslations('quarantine.record');
  const router = useRouter();
  return (
    <ReasonDialog
      trigger={<Button variant="ghost">{t('discard')}</Button>}
      title={t('discardTitle')}
      description={t('discardText')}
      submit={t('discard')}
      done={t('discarded')}
      action={async (previous: ActionState, form) => {
        const next = await discardAction(previous, form);
        if (next.status === 'ok') router.push(backHref as Route);
        return next;
      }}
      fields={{ submissionId, recordNumber: String(recordNumber) }}
    />
  );
}
