'use client';

import { Download, Eye } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { routes } from '@/app/_server/routes';
import { IDLE } from '@/components/forms/action-state';
import { Button } from '@/components/ui/button';
import { buttonClass } from '@/components/ui/button-class';
import { Callout } from '@/components/ui/callout';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { formatInstant } from '@/components/ui/format';
import { REVEAL_REASONS } from '@/lib/clearance/reasons';
import { revealAttachmentAction } from '../attachments/actions';
import { NoteField, OptionField } from './act-fields';
import { ActForm } from './act-form';
import { type Refused, refusedBy } from './refusals';

type Shown = { readonly fileName: string | null; readonly caption: string | null; readonly openUntil: string };
type OpenPaperProps = { consignmentId: string; attachmentId: string; kind: string };

/** Asks why, then lets the paper be downloaded for some minutes. Every look is on the timeline. */
export function OpenPaper({ consignmentId, attachmentId, kind }: OpenPaperProps) {
  const t = useTranslations('attachments.reveal');
  const locale = useLocale();
  const [isOpen, setOpen] = useState(false);
  const [shown, setShown] = useState<Shown | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [isPending, start] = useTransition();
  const router = useRouter();
  const turn = (open: boolean) => {
    setOpen(open);
    // The look stands on the timeline, which the page behind shows.
    if (!open && shown) router.refresh();
    setShown(null);
    setRefused(null);
  };
  const ask = (form: FormData) =>
    start(async () => {
      form.set('consignmentId', consignmentId);
      form.set('attachmentId', attachmentId);
      const state = await revealAttachmentAction(IDLE, form);
      if (state.status === 'ok' && state.data) setShown(state.data);
      else setRefused(refusedBy(state));
    });
  const name = shown?.fileName ?? t('unnamed');
  return (
    <Dialog
      title={t('title', { kind })}
      description={t('text')}
      open={isOpen}
      onOpenChange={turn}
      trigger={
        <Button size="sm" aria-label={t('openKind', { kind })} icon={<Eye className="size-4" aria-hidden="true" />}>
          {t('open')}
        </Button>
      }
      footer={shown ? <DialogClose>{t('close')}</DialogClose> : undefined}
    >
      {shown ? (
        <>
          <Callout tone="info" live>
            {t('opened', { until: formatInstant(locale, new Date(shown.openUntil), 'time') })}
          </Callout>
          {shown.caption ? (
            <p className="text-sm">
              <bdi translate="no">{shown.caption}</bdi>
            </p>
          ) : null}
          <a
            href={routes.attachment(consignmentId, attachmentId)}
            download
            className={buttonClass({ variant: 'primary' })}
          >
            <Download className="size-4" aria-hidden="true" />
            <span className="wrap-anywhere min-w-0">{t('download', { name })}</span>
          </a>
        </>
      ) : (
        <ActForm submit={t('show')} onSubmit={ask} pending={isPending} refused={refused} onCancel={() => turn(false)}>
          <OptionField name="reason" label={t('reason')} codes={REVEAL_REASONS} group="revealReason" />
          <NoteField label={t('note')} />
        </ActForm>
      )}
    </Dialog>
  );
}
