'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { type ActionState, IDLE } from '@/components/forms/action-state';
import { Outcome, useFieldError } from '@/components/forms/outcome';
import { TextField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { SUBSCRIBABLE_KINDS } from '@/lib/webhooks/told-kinds';
import { KindsField } from './kinds-field';
import { SecretCallout } from './secret-callout';

type Made = { secret: string };
type CreateSubscriptionFormProps = {
  partnerId: string;
  action: (previous: ActionState<Made>, input: FormData) => Promise<ActionState<Made>>;
};

/** Enters an address for a partner and shows its secret once. */
export function CreateSubscriptionForm({ partnerId, action }: CreateSubscriptionFormProps) {
  const t = useTranslations('webhooks');
  const [state, dispatch] = useActionState(action, IDLE as ActionState<Made>);
  const errorOf = useFieldError(state);
  const secret = state.status === 'ok' ? state.data?.secret : undefined;
  return (
    <form action={dispatch} className="flex max-w-3xl flex-col gap-4">
      <Outcome state={state} labels={{ url: t('url'), kinds: t('kinds') }} />
      {secret ? <SecretCallout secret={secret} /> : null}
      <input type="hidden" name="partnerId" value={partnerId} />
      <TextField
        name="url"
        type="url"
        inputMode="url"
        label={t('url')}
        hint={t('urlHint')}
        error={errorOf('url')}
        defaultValue={state.status === 'invalid' ? state.values.url : ''}
        spellCheck={false}
        autoComplete="off"
        maxLength={1000}
        required
      />
      <KindsField checked={SUBSCRIBABLE_KINDS} error={errorOf('kinds')} />
      <div>
        <SubmitButton variant="primary">{t('create')}</SubmitButton>
      </div>
    </form>
  );
}
