'use client';

import { Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { IDLE } from '@/components/forms/action-state';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { SelectField } from '@/components/ui/field';
import { useToast } from '@/components/ui/toast';
import { ERASE_REASONS } from '@/lib/attachments/kinds';
import { eraseAttachmentAction } from '../attachments/actions';
import { useActError } from './act-errors';
import { NoteField } from './act-fields';
import { ActForm } from './act-form';
import { type Refused, refusedBy } from './refusals';

type Choice = { readonly value: string; readonly label: string };

/** Takes one file away for good: which, why, and for what. Nothing is chosen beforehand. */
export function EraseFile({ consignmentId, files }: { consignmentId: string; files: readonly Choice[] }) {
  const t = useTranslations('attachments.erase');
  const tReason = useTranslations('attachments.eraseReason');
  const [isOpen, setOpen] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [isPending, start] = useTransition();
  const toast = useToast();
  const turn = (open: boolean) => {
    setOpen(open);
    setRefused(null);
  };
  const erase = (form: FormData) =>
    start(async () => {
      form.set('consignmentId', consignmentId);
      const state = await eraseAttachmentAction(IDLE, form);
      if (state.status !== 'ok') return setRefused(refusedBy(state));
      toast.show({ title: t('done') });
      turn(false);
    });
  return (
    <Dialog
      title={t('title')}
      description={t('text')}
      open={isOpen}
      onOpenChange={turn}
      trigger={
        <Button size="sm" variant="ghost" icon={<Trash2 className="size-4" aria-hidden="true" />}>
          {t('open')}
        </Button>
      }
    >
      <ActForm
        submit={t('submit')}
        isDangerous
        onSubmit={erase}
        onCancel={() => turn(false)}
        pending={isPending}
        refused={refused}
      >
        <ChoiceField name="attachmentId" label={t('file')} prompt={t('choose')} options={files} />
        <ChoiceField
          name="reason"
          label={t('reason')}
          prompt={t('choose')}
          options={ERASE_REASONS.map((value) => ({ value, label: tReason(value) }))}
        />
        <NoteField label={t('note')} isRequired />
      </ActForm>
    </Dialog>
  );
}

type ChoiceFieldProps = { name: string; label: string; prompt: string; options: readonly Choice[] };

/** One of a list; it says itself that it is missing. */
function ChoiceField({ name, ...props }: ChoiceFieldProps) {
  const error = useActError(`act-${name}`);
  return <SelectField id={`act-${name}`} name={name} error={error} required {...props} />;
}
