'use client';

import { useTranslations } from 'next-intl';
import { useActionState, useId, useState } from 'react';
import { type ActionState, IDLE } from '@/components/forms/action-state';
import { Outcome as FormOutcome, useFieldError } from '@/components/forms/outcome';
import { useReasonText } from '@/components/forms/reason-text';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { SelectField, TextAreaField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { useToast } from '@/components/ui/toast';
import type { Outcome } from '@/db/commands/clearance/change/each-of';
import { decideTogether } from '@/lib/clearance/decide-together';
import { TOGETHER_GROUNDS } from '@/lib/clearance/inputs';
import type { Reason } from '@/lib/kernel/problem';
import { releaseTogetherAction, undoTogetherAction } from '../actions';
import type { ShownRow } from './queue-list';
import { Worth } from './together-worth';
import type { Chosen } from './use-chosen';

type Left = { readonly row: ShownRow; readonly reasons: readonly Reason[] };
const seenOf = ({ consignmentId, rowVersion }: { consignmentId: string; rowVersion: number }) => ({
  consignmentId,
  rowVersion,
});

/** Says what would leave together and what would not, asks for the ground, and tells afterwards what came of each. */
export function TogetherDialog({ chosen, onClose }: { chosen: Chosen; onClose: () => void }) {
  const t = useTranslations('queue.together');
  const tGround = useTranslations('clearance.releaseGround');
  const toast = useToast();
  const [groundId, noteId] = [useId(), useId()];
  // What was chosen when it opened: a queue that is read anew behind it changes nothing that is being decided.
  const [rows] = useState(chosen.rows);
  const [refused, setRefused] = useState<readonly Left[] | null>(null);
  const split = rows.map((row) => {
    const decision = decideTogether({ ...row, hasUnreadAnswer: row.answered !== null });
    return { row, reasons: decision.ok ? [] : decision.reasons };
  });
  const fit = split.filter(({ reasons }) => reasons.length === 0).map(({ row }) => row);
  const undo = async (done: readonly Outcome[]) => {
    const state = await undoTogetherAction(IDLE, {
      rows: done.flatMap((one) => ('changed' in one ? [seenOf(one.changed)] : [])),
    });
    const taken = state.status === 'ok' ? (state.data ?? []) : [];
    const back = taken.filter((one) => 'changed' in one).length;
    if (back > 0) toast.show({ title: t('undone', { count: back }) });
    else toast.show({ title: t('notUndone', { count: done.length }), tone: 'danger' });
  };
  const [state, dispatch] = useActionState(
    async (_previous: ActionState<Outcome[]>, form: FormData): Promise<ActionState<Outcome[]>> => {
      const next = await releaseTogetherAction(IDLE, {
        rows: fit.map(seenOf),
        ground: String(form.get('ground')) as (typeof TOGETHER_GROUNDS)[number],
        note: String(form.get('note')),
      });
      if (next.status !== 'ok') return next;
      const outcomes = next.data ?? [];
      const done = outcomes.filter((one) => 'changed' in one);
      if (done.length > 0)
        toast.show({ title: t('done', { count: done.length }), undo: { run: () => void undo(done) } });
      const left = outcomes.flatMap((one) => {
        const row = rows.find(({ consignmentId }) => consignmentId === one.consignmentId);
        return row && 'reasons' in one ? [{ row, reasons: one.reasons }] : [];
      });
      chosen.set([]);
      if (left.length === 0) onClose();
      else setRefused(left);
      return next;
    },
    IDLE,
  );
  const errorOf = useFieldError(state);
  const keep = () => {
    chosen.set((refused ?? []).map(({ row }) => row.consignmentId));
    onClose();
  };
  return (
    <Dialog
      title={refused ? t('refused', { count: refused.length }) : t('title', { count: fit.length })}
      description={refused ? undefined : t(fit.length > 0 ? 'text' : 'none')}
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
    >
      {refused ? (
        <div className="flex flex-col gap-3">
          <LeftOut left={refused} />
          <div className="flex justify-end">
            <Button onClick={keep}>{t('keep')}</Button>
          </div>
        </div>
      ) : (
        <form action={dispatch} className="flex flex-col gap-3" noValidate>
          <FormOutcome
            state={state}
            labels={{ ground: t('ground'), note: t('note') }}
            ids={{ ground: groundId, note: noteId }}
          />
          {fit.length > 0 ? (
            <p className="text-sm">
              <Worth rows={fit} />
            </p>
          ) : null}
          <LeftOut left={split.filter(({ reasons }) => reasons.length > 0)} title />
          {fit.length > 0 ? (
            <>
              <SelectField
                name="ground"
                id={groundId}
                label={t('ground')}
                prompt={t('choosePrompt')}
                error={errorOf('ground')}
                defaultValue={state.status === 'invalid' ? state.values.ground : ''}
                required
                options={TOGETHER_GROUNDS.map((value) => ({ value, label: tGround(value) }))}
              />
              <TextAreaField
                name="note"
                id={noteId}
                label={t('note')}
                error={errorOf('note')}
                defaultValue={state.status === 'invalid' ? state.values.note : ''}
                optional
                maxLength={2000}
                rows={3}
              />
              <div className="flex justify-end">
                <SubmitButton variant="primary">{t('submit', { count: fit.length })}</SubmitButton>
              </div>
            </>
          ) : null}
        </form>
      )}
    </Dialog>
  );
}

/** Consignments that do not leave with the others, each with every reason. */
function LeftOut({ left, title = false }: { left: readonly Left[]; title?: boolean }) {
  const t = useTranslations('queue.together');
  const textOf = useReasonText();
  if (left.length === 0) return null;
  return (
    <div className="text-sm">
      {title ? <p className="font-semibold">{t('excluded', { count: left.length })}</p> : null}
      <ul className="mt-1 flex max-h-56 flex-col gap-1 overflow-y-auto">
        {left.map(({ row, reasons }) => (
          <li key={row.consignmentId}>
            <span className="font-mono" translate="no">
              {row.reference}
            </span>{' '}
            <span className="text-muted">{reasons.map(textOf).join(' ')}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
