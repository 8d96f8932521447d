'use client';

import { Bookmark, Settings2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { type ActionState, IDLE } from '@/components/forms/action-state';
import { Outcome, useFieldError } from '@/components/forms/outcome';
import { useReasonText } from '@/components/forms/reason-text';
import { useKeptForm } from '@/components/forms/use-kept-form';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { useToast } from '@/components/ui/toast';
import { changeViewAction, dropViewAction, keepViewAction } from '../actions';

type Office = { readonly id: string; readonly name: string };
export type OwnView = {
  readonly viewId: string;
  readonly rowVersion: number;
  readonly name: string;
  readonly offices: readonly string[];
};
type ViewDialogProps = {
  /** The reader's offices, to which a view can be shown. */
  offices: readonly Office[];
} & ({ query: string; view?: undefined } | { query?: undefined; view: OwnView });

/** Gives a question a name and says who sees it, or changes both. */
export function ViewDialog({ offices, query, view }: ViewDialogProps) {
  const t = useTranslations('explore.views');
  const toast = useToast();
  const reasonText = useReasonText();
  const nameId = useId();
  const [isOpen, setOpen] = useState(false);
  const { state, isPending, form } = useKeptForm(
    async (previous: ActionState, input: FormData): Promise<ActionState> => {
      const next = await (view ? changeViewAction : keepViewAction)(previous, input);
      if (next.status === 'ok') {
        setOpen(false);
        toast.show({ title: t('kept', { name: String(input.get('name')).trim() }) });
      }
      return next;
    },
  );
  const errorOf = useFieldError(state);
  const drop = async (own: OwnView) => {
    const done = await dropViewAction(IDLE, { viewId: own.viewId, rowVersion: own.rowVersion });
    const reason = done.status === 'refused' ? done.reasons[0] : undefined;
    setOpen(false);
    toast.show(reason ? { title: reasonText(reason), tone: 'danger' } : { title: t('dropped', { name: own.name }) });
  };
  return (
    <Dialog
      size="sm"
      title={t(view ? 'change' : 'keep')}
      description={t('text')}
      open={isOpen}
      onOpenChange={setOpen}
      trigger={
        view ? (
          <button
            type="button"
            aria-label={t('changeOf', { name: view.name })}
            className="inline-flex min-h-target min-w-6 items-center justify-center rounded-r-full pr-1 text-muted hover:text-ink"
          >
            <Settings2 className="size-3.5" aria-hidden="true" />
          </button>
        ) : (
          <Button size="sm" variant="ghost" icon={<Bookmark className="size-4" aria-hidden="true" />}>
            {t('keep')}
          </Button>
        )
      }
    >
      <form {...form} className="flex flex-col gap-3" noValidate>
        <Outcome state={state} labels={{ name: t('name') }} ids={{ name: nameId }} />
        {view ? (
          <>
            <input type="hidden" name="viewId" value={view.viewId} />
            <input type="hidden" name="rowVersion" value={view.rowVersion} />
          </>
        ) : (
          <input type="hidden" name="query" value={query} />
        )}
        <TextField
          name="name"
          id={nameId}
          label={t('name')}
          error={errorOf('name')}
          defaultValue={view?.name ?? ''}
          required
          maxLength={60}
          autoComplete="off"
        />
        <fieldset>
          <legend className="mb-1 font-medium text-sm">{t('offices')}</legend>
          <div className="flex max-h-48 flex-col overflow-y-auto">
            {offices.map(({ id, name }) => (
              <label key={id} className="flex min-h-target items-center gap-2 text-sm">
                <input
                  type="checkbox"
                  name="offices"
                  value={id}
                  defaultChecked={view?.offices.includes(id)}
                  className="size-4 shrink-0"
                />
                <span translate="no">{name}</span>
              </label>
            ))}
          </div>
        </fieldset>
        <div className="flex justify-between gap-2">
          {view ? (
            <Button type="button" variant="ghost" aria-disabled={isPending || undefined} onClick={() => drop(view)}>
              {t('drop')}
            </Button>
          ) : (
            <span />
          )}
          <SubmitButton variant="primary" pending={isPending}>
            {t(view ? 'change' : 'keep')}
          </SubmitButton>
        </div>
      </form>
    </Dialog>
  );
}
