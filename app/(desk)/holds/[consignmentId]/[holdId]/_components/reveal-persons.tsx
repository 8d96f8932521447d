'use client';

import { Eye } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { PartyText } from '@/components/consignment/party-text';
import type { ActionState } from '@/components/forms/action-state';
import { Outcome, useFieldError } from '@/components/forms/outcome';
import { useKeptForm } from '@/components/forms/use-kept-form';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { DescriptionList } from '@/components/ui/description-list';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { SelectField, TextField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { AGENCY_REVEAL_REASONS } from '@/lib/clearance/reasons';
import type { Party } from '@/lib/consignment/record';

type Shown = { readonly sender: Party; readonly recipient: Party; readonly sellerName: string | null };
type AskProps = {
  consignmentId: string;
  holdId: string;
  action: (previous: ActionState<Shown>, input: FormData) => Promise<ActionState<Shown>>;
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
  const tParty = useTranslations('consignment.party');
  const tField = useTranslations('consignment.field');
  const { state, isPending, form } = useKeptForm(action);
  const errorOf = useFieldError(state);
  const shown = state.status === 'ok' ? state.data : undefined;
  if (shown) {
    return (
      <>
        <Callout tone="info" live>
          {t('logged')}
        </Callout>
        <div className="grid gap-6 sm:grid-cols-2">
          <PartyText party={shown.sender} title={tParty('sender')} />
          <PartyText party={shown.recipient} title={tParty('recipient')} />
        </div>
        {shown.sellerName ? (
          <DescriptionList items={[{ term: tField('seller_name'), value: shown.sellerName, data: true }]} />
        ) : null}
      </>
    );
  }
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
