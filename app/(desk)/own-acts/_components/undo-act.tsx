'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { undoAction } from '@/app/(desk)/consignments/[id]/actions';
import { IDLE } from '@/components/forms/action-state';
import { useReasonText } from '@/components/forms/reason-text';
import { Button } from '@/components/ui/button';
import { useToast } from '@/components/ui/toast';

type UndoActProps = {
  consignmentId: string;
  rowVersion: number;
  reference: string;
  isProposal: boolean;
};

/** Takes one decision back; where that was too late, says why, and the list shows how it stands. */
export function UndoAct({ consignmentId, rowVersion, reference, isProposal }: UndoActProps) {
  const t = useTranslations('ownActs.undo');
  const reasonText = useReasonText();
  const toast = useToast();
  const router = useRouter();
  const [isPending, start] = useTransition();
  const word = isProposal ? 'withdraw' : 'undo';
  const run = () =>
    start(async () => {
      const state = await undoAction(IDLE, { consignmentId, rowVersion });
      const reason = state.status === 'refused' ? state.reasons[0] : undefined;
      if (state.status === 'ok') toast.show({ title: t(`${word}Done`, { reference }), tone: 'success' });
      else toast.show({ title: reason ? reasonText(reason) : t('failed'), tone: 'danger' });
      router.refresh();
    });
  return (
    <Button size="sm" onClick={run} pending={isPending} aria-label={t(`${word}Of`, { reference })}>
      {t(word)}
    </Button>
  );
}
