'use client';

import { useTranslations } from 'next-intl';
import { useActionState, useEffect, useId, useState } from 'react';
import { type ActionState, IDLE } from '@/components/forms/action-state';
import { Outcome as FormOutcome, useFieldError } from '@/components/forms/outcome';
import { Callout } from '@/components/ui/callout';
import { TextAreaField } from '@/components/ui/field';
import { Panel } from '@/components/ui/panel';
import { SubmitButton } from '@/components/ui/submit-button';
import { useToast } from '@/components/ui/toast';
import type { Outcome } from '@/db/commands/clearance/change/each-of';
import { type Left, LeftOut, leftOf } from '../../../_components/together-left';
import {
  confirmTogetherAction,
  rejectTogetherAction,
  undoTogetherAction,
  viewTogetherAction,
  withdrawTogetherAction,
} from '../../../actions';

type BatchActsProps = {
  batchId: string;
  proposedByName: string;
  items: readonly Left['row'][];
  /** How many are as they were seen and did not leave. */
  there: number;
  /** What the reader may do now. */
  acts: Readonly<Record<'opens' | 'settles' | 'withdraws' | 'retries' | 'undoes', boolean>>;
};

type Act = 'open' | 'confirm' | 'reject' | 'withdraw' | 'undo';

/** To open and then to confirm or reject as the second person, to withdraw the own, to try again what failed, to take back what left. */
export function BatchActs({ batchId, proposedByName, items, there, acts }: BatchActsProps) {
  const t = useTranslations('queue.batch');
  const toast = useToast();
  const noteId = useId();
  const [came, setCame] = useState<{ text: string; left: readonly Left[] } | null>(null);
  const [act, setAct] = useState<Act | null>(null);
  const tell = (word: 'done' | 'undone', outcomes: readonly Outcome[]) => {
    const left = leftOf(items, outcomes);
    setCame({ text: t(word, { done: outcomes.length - left.length, left: left.length }), left });
  };
  const [state, dispatch] = useActionState(
    async (_previous: ActionState<unknown>, form: FormData): Promise<ActionState<unknown>> => {
      const wanted = form.get('act') as Act;
      setAct(wanted);
      const wish = { batchId, note: String(form.get('note') ?? '') };
      if (wanted === 'open') return viewTogetherAction(IDLE, { batchId });
      if (wanted === 'confirm') {
        const next = await confirmTogetherAction(IDLE, wish);
        if (next.status === 'ok') tell('done', next.data ?? []);
        return next;
      }
      if (wanted === 'undo') {
        const next = await undoTogetherAction(IDLE, { batchId });
        if (next.status === 'ok') tell('undone', next.data ?? []);
        return next;
      }
      const next = await (wanted === 'reject' ? rejectTogetherAction(IDLE, wish) : withdrawTogetherAction(IDLE, wish));
      if (next.status === 'ok') toast.show({ title: t(wanted === 'reject' ? 'rejected' : 'withdrawn') });
      return next;
    },
    IDLE,
  );
  const errorOf = useFieldError(state);
  const isJustOpened = act === 'open' && acts.settles;
  useEffect(() => {
    if (isJustOpened) document.getElementById(noteId)?.focus();
  }, [isJustOpened, noteId]);
  const isAny = Object.values(acts).some(Boolean);
  if (!isAny && !came) return null;
  const button = (name: Act, label: string, variant: 'primary' | 'secondary') => (
    <SubmitButton name="act" value={name} variant={variant}>
      {label}
    </SubmitButton>
  );
  return (
    <Panel title={t('second')}>
      <form action={dispatch} className="flex flex-col gap-3 text-sm" noValidate>
        <FormOutcome state={state} labels={{ note: t('yourNote') }} ids={{ note: noteId }} />
        {came ? (
          <Callout tone={came.left.length > 0 ? 'warning' : 'success'} title={came.text} live>
            <LeftOut left={came.left} />
          </Callout>
        ) : null}
        {acts.opens ? (
          <>
            <p>{t('blind', { name: proposedByName })}</p>
            <div>{button('open', t('open'), 'primary')}</div>
          </>
        ) : null}
        {acts.settles ? (
          <>
            <p>{t('secondText', { name: proposedByName })}</p>
            <TextAreaField
              id={noteId}
              name="note"
              label={t('yourNote')}
              hint={t('yourNoteHint')}
              error={act === 'reject' ? errorOf('note') : undefined}
              defaultValue={state.status === 'invalid' ? state.values.note : ''}
              maxLength={2000}
              rows={2}
            />
            <div className="flex flex-wrap gap-2">
              {button('confirm', t('confirm', { count: there }), 'primary')}
              {button('reject', t('reject'), 'secondary')}
            </div>
          </>
        ) : null}
        {acts.withdraws ? (
          <>
            <p>{t('ownText')}</p>
            <div>{button('withdraw', t('withdraw'), 'secondary')}</div>
          </>
        ) : null}
        {acts.retries ? (
          <>
            <p>{t('retryText')}</p>
            <div>{button('confirm', t('retry', { count: there }), 'primary')}</div>
          </>
        ) : null}
        {acts.undoes ? (
          <>
            <p>{t('undoText')}</p>
            <div>{button('undo', t('undo'), 'secondary')}</div>
          </>
        ) : null}
      </form>
    </Panel>
  );
}
