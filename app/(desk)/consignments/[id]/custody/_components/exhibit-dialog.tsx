'use client';

import { useTranslations } from 'next-intl';
import { useActionState, useId, useState } from 'react';
import { type ActionState, IDLE } from '@/components/forms/action-state';
import { Outcome, useFieldError } from '@/components/forms/outcome';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextAreaField, TextField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { useToast } from '@/components/ui/toast';
import type { ExhibitDetail } from '@/db/queries/consignment/load-exhibits';

type ExhibitDialogProps = {
  seen: { readonly consignmentId: string; readonly rowVersion: string };
  /** The one to hand on; null to take another into custody. */
  exhibit: ExhibitDetail | null;
  action: (previous: ActionState, input: FormData) => Promise<ActionState>;
};

const THING = ['quantity', 'mark'] as const;
const WHEREABOUTS = ['holder', 'place', 'reason'] as const;

/** Takes a thing into custody, or hands one on: who holds it, where, and why. */
export function ExhibitDialog({ seen, exhibit, action }: ExhibitDialogProps) {
  const t = useTranslations('consignment.custody');
  const toast = useToast();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const [state, dispatch] = useActionState(async (previous: ActionState, form: FormData): Promise<ActionState> => {
    const next = await action(previous, form);
    if (next.status === 'ok') {
      setOpen(false);
      toast.show({ title: t(exhibit ? 'moved' : 'taken') });
    }
    return next;
  }, IDLE);
  const errorOf = useFieldError(state);
  const typed = state.status === 'invalid' ? state.values : {};
  const last = exhibit?.steps.at(-1);
  const now = { holder: last?.toHolder, place: last?.place, reason: undefined } as const;
  const names = [...(exhibit ? [] : (['description', ...THING] as const)), ...WHEREABOUTS];
  const field = (name: (typeof THING)[number] | (typeof WHEREABOUTS)[number], given = '') => (
    <TextField
      key={name}
      name={name}
      id={`${id}-${name}`}
      label={t(`field.${name}`)}
      error={errorOf(name)}
      defaultValue={typed[name] ?? given}
      required
      maxLength={300}
    />
  );
  return (
    <Dialog
      title={exhibit ? t('moveTitle', { number: exhibit.number }) : t('take')}
      description={t(exhibit ? 'moveText' : 'takeText')}
      trigger={
        <Button size={exhibit ? 'sm' : undefined} variant={exhibit ? 'secondary' : 'primary'}>
          {t(exhibit ? 'move' : 'take')}
        </Button>
      }
      open={isOpen}
      onOpenChange={setOpen}
    >
      <form action={dispatch} className="flex flex-col gap-3" noValidate>
        <Outcome
          state={state}
          labels={Object.fromEntries(names.map((name) => [name, t(`field.${name}`)]))}
          ids={Object.fromEntries(names.map((name) => [name, `${id}-${name}`]))}
        />
        <input type="hidden" name="consignmentId" value={seen.consignmentId} />
        <input type="hidden" name="rowVersion" value={seen.rowVersion} />
        {exhibit ? <input type="hidden" name="exhibitId" value={exhibit.exhibitId} /> : null}
        {exhibit ? null : (
          <>
            <TextAreaField
              name="description"
              id={`${id}-description`}
              label={t('field.description')}
              error={errorOf('description')}
              defaultValue={typed.description ?? ''}
              required
              maxLength={2000}
              rows={2}
            />
            {THING.map((name) => field(name))}
          </>
        )}
        {WHEREABOUTS.map((name) => field(name, now[name]))}
        <div className="flex justify-end">
          <SubmitButton variant="primary">{t(exhibit ? 'move' : 'take')}</SubmitButton>
        </div>
      </form>
    </Dialog>
  );
}
