'use client';

import { Download, Eye } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { routes } from '@/app/_server/routes';
import type { ActionState } from '@/components/forms/action-state';
import { Outcome, useFieldError } from '@/components/forms/outcome';
import { useKeptForm } from '@/components/forms/use-kept-form';
import { Button } from '@/components/ui/button';
import { buttonClass } from '@/components/ui/button-class';
import { Callout } from '@/components/ui/callout';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { SelectField, TextField } from '@/components/ui/field';
import { formatInstant } from '@/components/ui/format';
import { SubmitButton } from '@/components/ui/submit-button';
import type { RevealedAttachment } from '@/db/commands/consignment/reveal-attachment';
import { AGENCY_REVEAL_REASONS } from '@/lib/clearance/reasons';

type AskProps = {
  consignmentId: string;
  attachmentId: string;
  kind: string;
  action: (previous: ActionState<RevealedAttachment>, input: FormData) => Promise<ActionState<RevealedAttachment>>;
};

/** Asks why, then lets the paper be downloaded for some minutes. */
export function OpenHeldPaper(props: AskProps) {
  const t = useTranslations('attachments.reveal');
  const tFiles = useTranslations('agency.files');
  const [opened, setOpened] = useState(0);
  const { kind } = props;
  return (
    <Dialog
      title={t('title', { kind })}
      description={tFiles('openText')}
      onOpenChange={(open) => (open ? setOpened(opened + 1) : undefined)}
      trigger={
        <Button size="sm" aria-label={t('openKind', { kind })} icon={<Eye className="size-4" aria-hidden="true" />}>
          {t('open')}
        </Button>
      }
      footer={<DialogClose>{t('close')}</DialogClose>}
    >
      <Ask key={opened} {...props} />
    </Dialog>
  );
}

function Ask({ consignmentId, attachmentId, action }: AskProps) {
  const t = useTranslations('attachments.reveal');
  const tAsk = useTranslations('agency.reveal');
  const tReason = useTranslations('clearance.revealReason');
  const locale = useLocale();
  const { state, isPending, form } = useKeptForm(action);
  const errorOf = useFieldError(state);
  const shown = state.status === 'ok' ? state.data : undefined;
  if (shown)
    return (
      <>
        <Callout tone="info" live>
          {t('opened', { until: formatInstant(locale, new Date(shown.openUntil), 'time') })}
        </Callout>
        <a
          href={routes.attachment(consignmentId, attachmentId)}
          download
          className={buttonClass({ variant: 'primary' })}
        >
          <Download className="size-4" aria-hidden="true" />
          <span className="wrap-anywhere min-w-0">{t('download', { name: shown.fileName ?? t('unnamed') })}</span>
        </a>
      </>
    );
  return (
    <form {...form} className="flex flex-col gap-3">
      <Outcome state={state} labels={{ reason: t('reason'), note: t('note') }} />
      <input type="hidden" name="consignmentId" value={consignmentId} />
      <input type="hidden" name="attachmentId" value={attachmentId} />
      <SelectField
        name="reason"
        label={t('reason')}
        error={errorOf('reason')}
        prompt={tAsk('choose')}
        required
        options={AGENCY_REVEAL_REASONS.map((value) => ({ value, label: tReason(value) }))}
      />
      <TextField name="note" label={t('note')} error={errorOf('note')} maxLength={500} optional />
      <div>
        <SubmitButton variant="primary" pending={isPending}>
          {t('show')}
        </SubmitButton>
      </div>
    </form>
  );
}
