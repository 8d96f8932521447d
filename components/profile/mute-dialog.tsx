'use client';

import { useTranslations } from 'next-intl';
import { useActionState, useId, useState } from 'react';
import { type ActionState, IDLE } from '@/components/forms/action-state';
import { Outcome, useFieldError } from '@/components/forms/outcome';
import { Button } from '@/components/ui/button';
import { RadioField } from '@/components/ui/choice-field';
import { Dialog } from '@/components/ui/dialog';
import { TextAreaField, TextField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { useToast } from '@/components/ui/toast';
import { MUTED_PARTIES } from '@/lib/profile/mute';

type MuteDialogProps = {
  profileId: string;
  consignmentId: string;
  reference: string;
  /** First and last day it may end on, and the one proposed. */
  days: { readonly from: string; readonly to: string; readonly usual: string };
  action: (previous: ActionState, input: FormData) => Promise<ActionState>;
};

/** Lets the profile leave a party of a consignment alone until a day, with the reason. */
export function MuteDialog({ profileId, consignmentId, reference, days, action }: MuteDialogProps) {
  const t = useTranslations('profile.mute');
  const tForms = useTranslations('forms');
  const toast = useToast();
  const ids = { until: useId(), reason: useId(), party: useId() };
  const [isOpen, setOpen] = useState(false);
  const [state, dispatch] = useActionState(async (previous: ActionState, form: FormData): Promise<ActionState> => {
    const next = await action(previous, form);
    if (next.status === 'ok') {
      setOpen(false);
      toast.show({ title: t('done'), tone: 'success' });
    }
    return next;
  }, IDLE);
  const errorOf = useFieldError(state);
  const typed = state.status === 'invalid' ? state.values : {};
  return (
    <Dialog
      title={t('ask')}
      description={t('askText', { reference })}
      trigger={
        <Button size="sm" aria-label={t('askFor', { reference })}>
          {t('ask')}
        </Button>
      }
      open={isOpen}
      onOpenChange={setOpen}
    >
      <form action={dispatch} className="flex flex-col gap-3" noValidate>
        <Outcome state={state} labels={{ until: t('until'), reason: tForms('reason'), party: t('party') }} ids={ids} />
        <input type="hidden" name="profileId" value={profileId} />
        <input type="hidden" name="consignmentId" value={consignmentId} />
        <RadioField
          name="party"
          id={ids.party}
          legend={t('party')}
          defaultValue={typed.party ?? 'sender'}
          error={errorOf('party')}
          options={MUTED_PARTIES.map((value) => ({ value, label: t(`choice.${value}`) }))}
        />
        <TextField
          name="until"
          id={ids.until}
          type="date"
          label={t('until')}
          min={days.from}
          max={days.to}
          defaultValue={typed.until ?? days.usual}
          error={errorOf('until')}
        />
        <TextAreaField
          name="reason"
          id={ids.reason}
          label={tForms('reason')}
          hint={tForms('reasonHint')}
          error={errorOf('reason')}
          defaultValue={typed.reason ?? ''}
          required
          maxLength={500}
        />
        <div className="flex justify-end">
          <SubmitButton>{t('ask')}</SubmitButton>
        </div>
      </form>
    </Dialog>
  );
}
