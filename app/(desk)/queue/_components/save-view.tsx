'use client';

import { Bookmark } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useActionState, useId, useState } from 'react';
import { type ActionState, IDLE } from '@/components/forms/action-state';
import { Outcome, useFieldError } from '@/components/forms/outcome';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { useToast } from '@/components/ui/toast';
import { saveViewAction } from '../actions';

/** Gives what the queue is narrowed to a name. */
export function SaveView({ query }: { query: string }) {
  const t = useTranslations('queue.views');
  const toast = useToast();
  const nameId = useId();
  const [isOpen, setOpen] = useState(false);
  const [state, dispatch] = useActionState(async (previous: ActionState, form: FormData): Promise<ActionState> => {
    const next = await saveViewAction(previous, form);
    if (next.status === 'ok') {
      setOpen(false);
      toast.show({ title: t('saved', { name: String(form.get('name')).trim() }) });
    }
    return next;
  }, IDLE);
  const errorOf = useFieldError(state);
  return (
    <Dialog
      size="sm"
      title={t('save')}
      description={t('saveText')}
      open={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button size="sm" variant="ghost" icon={<Bookmark className="size-4" aria-hidden="true" />}>
          {t('save')}
        </Button>
      }
    >
      <form action={dispatch} className="flex flex-col gap-3" noValidate>
        <Outcome state={state} labels={{ name: t('name') }} ids={{ name: nameId }} />
        <input type="hidden" name="query" value={query} />
        <TextField
          name="name"
          id={nameId}
          label={t('name')}
          hint={t('nameHint')}
          error={errorOf('name')}
          defaultValue={state.status === 'invalid' ? state.values.name : ''}
          required
          maxLength={40}
          autoComplete="off"
        />
        <div className="flex justify-end">
          <SubmitButton variant="primary">{t('save')}</SubmitButton>
        </div>
      </form>
    </Dialog>
  );
}
