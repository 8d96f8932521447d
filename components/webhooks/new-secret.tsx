'use client';

import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { type ActionState, IDLE } from '@/components/forms/action-state';
import { Outcome } from '@/components/forms/outcome';
import { Button } from '@/components/ui/button';
import { SecretCallout } from './secret-callout';

type Made = { secret: string };
type NewSecretProps = {
  subscriptionId: string;
  rowVersion: number;
  action: (
    previous: ActionState<Made>,
    input: { subscriptionId: string; rowVersion: number },
  ) => Promise<ActionState<Made>>;
};

/** Makes another secret and shows it once. */
export function NewSecret({ subscriptionId, rowVersion, action }: NewSecretProps) {
  const t = useTranslations('webhooks');
  const [state, setState] = useState<ActionState<Made>>(IDLE);
  const [pending, start] = useTransition();
  const make = () => start(async () => setState(await action(IDLE, { subscriptionId, rowVersion })));
  const secret = state.status === 'ok' ? state.data?.secret : undefined;
  return (
    <div className="flex flex-col items-start gap-3">
      <Outcome state={state} />
      {secret ? <SecretCallout secret={secret} /> : null}
      <Button onClick={make} pending={pending}>
        {t('newSecret')}
      </Button>
    </div>
  );
}
