'use client';

import { useTranslations } from 'next-intl';
import { useActionState, useState } from 'react';
import { type ActionState, IDLE } from '@/components/forms/action-state';
import { Outcome, useFieldError } from '@/components/forms/outcome';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { SelectField, TextAreaField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { useToast } from '@/components/ui/toast';
import type { ClaimRow } from '@/db/queries/clearance/list-claims';
import type { OfficerOfOffice } from '@/db/queries/clearance/list-officers';

type Wish = { consignmentId: string; rowVersion: number; toUserId: string | null; note: string };
type ReassignDialogProps = {
  claim: ClaimRow;
  /** Who may take it over. */
  officers: readonly OfficerOfOffice[];
  action: (previous: ActionState, input: Wish) => Promise<ActionState>;
};

/** Moves a claim to another officer or back to the queue; the reason is asked for before. */
export function ReassignDialog({ claim, officers, action }: ReassignDialogProps) {
  const t = useTranslations('supervision.reassign');
  const tClaims = useTranslations('supervision.claims');
  const toast = useToast();
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState({ toUserId: '', note: '' });
  const [state, dispatch] = useActionState(async (previous: ActionState, _form: FormData): Promise<ActionState> => {
    const { consignmentId, rowVersion } = claim;
    const next = await action(previous, {
      consignmentId,
      rowVersion,
      toUserId: typed.toUserId || null,
      note: typed.note,
    });
    if (next.status === 'ok') {
      setOpen(false);
      toast.show({ title: t('done'), tone: 'success' });
    }
    return next;
  }, IDLE);
  const errorOf = useFieldError(state);
  return (
    <Dialog
      title={t.rich('title', { reference: claim.reference, data: (text) => <bdi translate="no">{text}</bdi> })}
      description={t.rich('text', { name: claim.officerName, data: (text) => <bdi translate="no">{text}</bdi> })}
      trigger={<Button size="sm">{tClaims('reassign')}</Button>}
      open={isOpen}
      onOpenChange={setOpen}
    >
      <form action={dispatch} className="flex flex-col gap-3" noValidate>
        <Outcome state={state} labels={{ note: t('note'), toUserId: t('to') }} />
        <SelectField
          name="toUserId"
          // Names of people are data.
          translate="no"
          label={t('to')}
          prompt={t('queue')}
          error={errorOf('toUserId')}
          value={typed.toUserId}
          onChange={(event) => setTyped({ ...typed, toUserId: event.target.value })}
          options={officers.map(({ userId, name }) => ({ value: userId, label: name, isData: true }))}
        />
        <TextAreaField
          name="note"
          label={t('note')}
          hint={t('noteHint')}
          error={errorOf('note')}
          value={typed.note}
          onChange={(event) => setTyped({ ...typed, note: event.target.value })}
          required
          minLength={3}
          maxLength={2000}
        />
        <div className="flex justify-end">
          <SubmitButton variant="primary">{t('submit')}</SubmitButton>
        </div>
      </form>
    </Dialog>
  );
}
