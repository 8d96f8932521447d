'use client';

import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { type ActionState, IDLE } from '@/components/forms/action-state';
import { Outcome } from '@/components/forms/outcome';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { CopyButton } from '@/components/ui/copy-button';

type MadeKey = { key: string };
type MakeKeyProps = {
  partnerId: string;
  action: (previous: ActionState<MadeKey>, input: { partnerId: string }) => Promise<ActionState<MadeKey>>;
};

/** Makes an API key and shows it once; it leaves with the page. */
export function MakeKey({ partnerId, action }: MakeKeyProps) {
  const t = useTranslations('admin.partner');
  const [state, setState] = useState<ActionState<MadeKey>>(IDLE);
  const [pending, start] = useTransition();
  const make = () => start(async () => setState(await action(IDLE, { partnerId })));
  const key = state.status === 'ok' ? state.data?.key : undefined;
  return (
    <div className="flex flex-col items-start gap-3">
      <Outcome state={state} />
      {key ? (
        <Callout tone="warning" title={t('newKeyTitle')} live>
          <p>{t('newKeyText')}</p>
          <p className="flex flex-wrap items-center gap-2 pt-2">
            <code translate="no" className="break-all rounded-sm bg-sunken px-1.5 py-1 font-mono text-sm">
              {key}
            </code>
            <CopyButton text={key} label={t('copy')} />
          </p>
        </Callout>
      ) : null}
      <Button variant="primary" onClick={make} pending={pending}>
        {t('makeKey')}
      </Button>
    </div>
  );
}
