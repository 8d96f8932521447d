'use client';

import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { type ActionState, IDLE } from '@/components/forms/action-state';
import { Outcome } from '@/components/forms/outcome';
import { Button } from '@/components/ui/button';
import { ShownOnce } from '@/components/ui/shown-once';
import { useStepUp } from './step-up';

type MadeKey = { key: string };
type MakeKeyProps<Input> = {
  /** Whose key it becomes, as the action takes it. */
  input: Input;
  action: (previous: ActionState<MadeKey>, input: Input) => Promise<ActionState<MadeKey>>;
  /** What the button says; that it makes a key when absent. */
  label?: string;
  /** What to do with the new key; to hand it over when absent. */
  note?: string;
  isSecondary?: boolean;
};

/** Makes an API key and shows it once; it leaves with the page. */
export function MakeKey<Input>({ input, action, label, note, isSecondary }: MakeKeyProps<Input>) {
  const t = useTranslations('admin.partner');
  const [state, setState] = useState<ActionState<MadeKey>>(IDLE);
  const { run, dialog } = useStepUp();
  const [pending, start] = useTransition();
  const make = () => start(async () => setState(await run(() => action(IDLE, input))));
  const key = state.status === 'ok' ? state.data?.key : undefined;
  return (
    <div className="flex flex-col items-start gap-3">
      <Outcome state={state} />
      {key ? (
        <ShownOnce title={t('newKeyTitle')} secret={key} copyLabel={t('copy')}>
          {note ?? t('newKeyText')}
        </ShownOnce>
      ) : null}
      <Button variant={isSecondary ? 'secondary' : 'primary'} onClick={make} pending={pending}>
        {label ?? t('makeKey')}
      </Button>
      {dialog}
    </div>
  );
}
