'use client';

import { useTranslations } from 'next-intl';
import type { ActionState } from '@/components/forms/action-state';
import { Outcome } from '@/components/forms/outcome';
import { useKeptForm } from '@/components/forms/use-kept-form';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';

type Changed = 'confirmed' | 'ended' | 'gone';
type ChangeMailFormProps = {
  action: (previous: ActionState<Changed>, input: FormData) => Promise<ActionState<Changed>>;
  subscriptionKey: string;
  email: string;
  isConfirmed: boolean;
};

/** Confirms or ends one subscription. Works without script. */
export function ChangeMailForm({ action, subscriptionKey, email, isConfirmed }: ChangeMailFormProps) {
  const t = useTranslations('publication.mail');
  const { state, isPending, form } = useKeptForm(action);
  const done = state.status === 'ok' ? state.data : null;
  const isOver = done === 'ended' || done === 'gone';
  const canConfirm = !isConfirmed && done !== 'confirmed' && !isOver;
  return (
    <div className="flex flex-col gap-4">
      <div aria-live="polite">
        {done ? <Callout tone={done === 'gone' ? 'warning' : 'success'}>{t(`done.${done}`)}</Callout> : null}
      </div>
      {isOver ? null : (
        <form {...form} aria-label={t('own')} className="flex max-w-lg flex-col gap-4">
          <Outcome state={state} labels={{}} />
          <input type="hidden" name="key" value={subscriptionKey} />
          <p>
            <bdi translate="no">{email}</bdi>
          </p>
          <div className="flex flex-wrap gap-3">
            {canConfirm ? (
              <Button type="submit" name="wish" value="confirm" variant="primary" disabled={isPending}>
                {t('confirm')}
              </Button>
            ) : null}
            <Button type="submit" name="wish" value="end" disabled={isPending}>
              {t(canConfirm ? 'refuse' : 'end')}
            </Button>
          </div>
        </form>
      )}
    </div>
  );
}
