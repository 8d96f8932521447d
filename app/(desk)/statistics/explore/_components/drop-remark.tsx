'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { IDLE } from '@/components/forms/action-state';
import { useReasonText } from '@/components/forms/reason-text';
import { useToast } from '@/components/ui/toast';
import { dropRemarkAction } from '../actions';

/** Takes a remark of the reader away. */
export function DropRemark({ remarkId, text }: { remarkId: string; text: string }) {
  const t = useTranslations('explore.remark');
  const toast = useToast();
  const reasonText = useReasonText();
  const drop = async () => {
    const done = await dropRemarkAction(IDLE, { remarkId });
    const reason = done.status === 'refused' ? done.reasons[0] : undefined;
    toast.show(reason ? { title: reasonText(reason), tone: 'danger' } : { title: t('dropped') });
  };
  return (
    <button
      type="button"
      onClick={drop}
      aria-label={t('drop', { text })}
      className="inline-flex min-h-target min-w-6 items-center justify-center rounded-sm text-muted hover:text-ink"
    >
      <X className="size-3.5" aria-hidden="true" />
    </button>
  );
}
