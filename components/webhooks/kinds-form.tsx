'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { type ActionState, IDLE } from '@/components/forms/action-state';
import { Outcome, useFieldError } from '@/components/forms/outcome';
import { SubmitButton } from '@/components/ui/submit-button';
import { useToast } from '@/components/ui/toast';
import type { SubscribableKind } from '@/lib/webhooks/told-kinds';
import { KindsField } from './kinds-field';

type KindsFormProps = {
  subscription: { subscriptionId: string; rowVersion: number; kinds: readonly SubscribableKind[] };
  action: (previous: ActionState, input: FormData) => Promise<ActionState>;
};

/** Changes what an address is told of. */
export function KindsForm({ subscription: { subscriptionId, rowVersion, kinds }, action }: KindsFormProps) {
  const t = useTranslations('webhooks');
  const toast = useToast();
  const [state, dispatch] = useActionState(async (previous: ActionState, form: FormData): Promise<ActionState> => {
    const next = await action(previous, form);
    if (next.status === 'ok') toast.show({ title: t('saved'), tone: 'success' });
    return next;
  }, IDLE as ActionState);
  const errorOf = useFieldError(state);
  return (
    <form action={dispatch} className="flex flex-col gap-4">
      <Outcome state={state} labels={{ kinds: t('kinds') }} />
      <input type="hidden" name="subscriptionId" value={subscriptionId} />
      <input type="hidden" name="rowVersion" value={rowVersion} />
      {/* Fields without state of their own show what is stored after every save. */}
      <KindsField key={rowVersion} checked={kinds} error={errorOf('kinds')} legendHidden />
      <div>
        <SubmitButton>{t('save')}</SubmitButton>
      </div>
    </form>
  );
}
