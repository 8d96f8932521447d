'use client';

import { MessageSquarePlus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import type { ActionState } from '@/components/forms/action-state';
import { Outcome, useFieldError } from '@/components/forms/outcome';
import { useKeptForm } from '@/components/forms/use-kept-form';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { useToast } from '@/components/ui/toast';
import { REMARK_CHARS_MAX } from '@/lib/statistics/remark';
import { keepRemarkAction } from '../actions';

type RemarkDialogProps = {
  /** The reader's offices, to whose people a remark can be shown. */
  offices: readonly { readonly id: string; readonly name: string }[];
  /** The days of the drawing, of which the last is proposed. */
  period: { readonly from: string; readonly to: string };
};

/** Writes down what is known of a day, so that a drawing marks it. */
export function RemarkDialog({ offices, period }: RemarkDialogProps) {
  const t = useTranslations('explore.remark');
  const toast = useToast();
  const [dayId, textId] = [useId(), useId()];
  const [isOpen, setOpen] = useState(false);
  const { state, isPending, form } = useKeptForm(
    async (previous: ActionState, input: FormData): Promise<ActionState> => {
      const next = await keepRemarkAction(previous, input);
      if (next.status === 'ok') {
        setOpen(false);
        toast.show({ title: t('kept') });
      }
      return next;
    },
  );
  const errorOf = useFieldError(state);
  return (
    <Dialog
      size="sm"
      title={t('keep')}
      description={t('text')}
      open={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button
          data-keep-remark=""
          size="sm"
          variant="ghost"
          icon={<MessageSquarePlus className="size-4" aria-hidden="true" />}
        >
          {t('keep')}
        </Button>
      }
    >
      <form {...form} className="flex flex-col gap-3" noValidate>
        <Outcome state={state} labels={{ day: t('day'), text: t('what') }} ids={{ day: dayId, text: textId }} />
        <TextField
          name="day"
          id={dayId}
          type="date"
          label={t('day')}
          error={errorOf('day')}
          defaultValue={period.to}
          required
        />
        <TextField
          name="text"
          id={textId}
          label={t('what')}
          hint={t('whatHint')}
          error={errorOf('text')}
          required
          maxLength={REMARK_CHARS_MAX}
          autoComplete="off"
        />
        <fieldset>
          <legend className="mb-1 font-medium text-sm">{t('offices')}</legend>
          <div className="flex max-h-48 flex-col overflow-y-auto">
            {offices.map(({ id, name }) => (
              <label key={id} className="flex min-h-target items-center gap-2 text-sm">
                <input type="checkbox" name="offices" value={id} className="size-4 shrink-0" />
                <span translate="no">{name}</span>
              </label>
            ))}
          </div>
        </fieldset>
        <div className="flex justify-end">
          <SubmitButton variant="primary" pending={isPending}>
            {t('keep')}
          </SubmitButton>
        </div>
      </form>
    </Dialog>
  );
}
