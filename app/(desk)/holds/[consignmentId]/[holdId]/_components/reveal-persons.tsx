'use client';

import { Eye } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { type Revealed, RevealedParties } from '@/components/consignment/revealed-parties';
import type { ActionState } from '@/components/forms/action-state';
import { Outcome, useFieldError } from '@/components/forms/outcome';
import { useKeptForm } from '@/components/forms/use-kept-form';
import { Button } from '@/components/ui/button';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { SelectField, TextField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { AGENCY_REVEAL_REASONS } from '@/lib/clearance/reasons';

type AskProps = {
  consignmentId: string;
  holdId: string;
  action: (previous: ActionState<Revealed>, input: FormData) => Promise<ActionState<Revealed>>;
};

/** Asks why, then shows sender and recipient; closing the dialog forgets them. */
export function RevealPersons(props: AskProps) {
  const t = useTranslations('agency.reveal');
  const [opened, setOpened] = useState(0);
  return (
    <Dialog
      title={t('title')}
      description={t('text')}
      size="lg"
      onOpenChange={(open) => (open ? setOpened(opened + 1) : undefined)}
      trigger={<Button icon={<Eye className="size-4" aria-hidden="true" />}>{t('open')}</Button>}
      footer={<DialogClose>{t('close')}</DialogClose>}
    >
      <Ask key={opened} {...props} />
    </Dialog>
  );
}

function Ask({ consignmentId, holdId, action }: AskProps) {
  const t = useTranslations('agency.reveal');
  const tReason = useTranslations('clearance.revealReason');
  const { state, isPending, form } = useKeptForm(action);
  const errorOf = useFieldError(state);
  const shown = state.status === 'ok' ? state.data : undefined;
  if (shown) return <RevealedParties revealed={shown} logged={t('logged')} />;
  return (
    <form {...form} className="flex flex-col gap-3">
      <Outcome state={state} labels={{ reason: t('reason'), note: t('note') }} />
      <input type="hidden" name="consignmentId" value={consignmentId} />
      <input type="hidden" name="holdId" value={holdId} />
      <SelectField
        name="reason"
        label={t('reason')}
        error={errorOf('reason')}
        prompt={t('choose')}
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
