'use client';

import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { type ActionState, IDLE } from '@/components/forms/action-state';
import { Outcome } from '@/components/forms/outcome';
import { useShortcuts } from '@/components/shell/shortcuts';
import { Button } from '@/components/ui/button';
import { openCaseAction } from '../../actions';

type NextCaseProps = { attemptId: string; after: number; label: string };

/** Opens the next case; its time runs from then on. The key is that of taking the next consignment. */
export function NextCase({ attemptId, after, label }: NextCaseProps) {
  const t = useTranslations('learning.attempt');
  const [state, setState] = useState<ActionState<unknown>>(IDLE);
  const [isPending, start] = useTransition();
  const open = () => {
    if (isPending) return;
    start(async () => setState(await openCaseAction(IDLE, { attemptId, after })));
  };
  useShortcuts([{ keys: 'n', text: label, run: open, group: t('group') }]);
  return (
    <div className="flex flex-col gap-2">
      <Outcome state={state} labels={{}} />
      <div>
        <Button variant="primary" kbd="n" pending={isPending} onClick={open}>
          {label}
        </Button>
      </div>
    </div>
  );
}
