'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { IDLE } from '@/components/forms/action-state';
import { useReasonText } from '@/components/forms/reason-text';
import { useToast } from '@/components/ui/toast';
import { dropRemarkAction } from '../actions';

/** Takes a remark away that the reader may take away. */
export function DropRemark({ remarkId, text }: { remarkId: string; text: string }) {
  const t = useTranslations('explore.remark');
  const toast = useToast();
  const reasonText = useReasonText();
  const [isPending, start] = useTransition();
  const drop = () =>
    start(async () => {
      const done = await dropRemarkAction(IDLE, { remarkId });
      if (done.status === 'ok') {
        toast.show({ title: t('dropped') });
        // This button goes with its remark; the keys go on beside where it was.
        document.querySelector<HTMLElement>('[data-keep-remark]')?.focus();
        return;
      }
      const reason = done.status === 'refused' ? done.reasons[0] : undefined;
      toast.show({ title: reason ? reasonText(reason) : t('notDropped'), tone: 'danger' });
    });
  return (
    <button
      type="button"
      onClick={isPending ? undefined : drop}
      aria-disabled={isPending || undefined}
      aria-busy={isPending || undefined}
      aria-label={t('drop', { text })}
      className="inline-flex min-h-target min-w-6 items-center justify-center rounded-sm text-muted hover:text-ink aria-disabled:opacity-50"
    >
      <X className="size-3.5" aria-hidden="true" />
    </button>
  );
}
