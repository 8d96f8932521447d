'use client';

import { useTranslations } from 'next-intl';
import { useActionState, useId } from 'react';
import { type ActionState, IDLE } from '@/components/forms/action-state';
import { Outcome as FormOutcome, useFieldError } from '@/components/forms/outcome';
import { Dialog } from '@/components/ui/dialog';
import { SelectField, TextAreaField, TextField } from '@/components/ui/field';
import { Money } from '@/components/ui/money';
import { SubmitButton } from '@/components/ui/submit-button';
import type { ReleasedTogether } from '@/db/commands/clearance/release-together';
import { decimalsOf, minorOf, sumOf } from '@/lib/clearance/amount';
import {
  decideTogether,
  foundNoSlot,
  needsSecond,
  TYPED_ABOVE,
  type TogetherLimits,
  type TogetherSum,
} from '@/lib/clearance/decide-together';
import { TOGETHER_GROUNDS } from '@/lib/clearance/inputs';
import { proposeTogetherAction, releaseTogetherAction } from '../actions';
import { LeftOut } from './together-left';
import { Worth } from './together-worth';
import { seenOf } from './use-chosen';
import type { TogetherRow } from './use-matching-rows';

type TogetherDialogProps = {
  /** What was chosen when it opened: a queue that is read anew behind it changes nothing that is being decided. */
  rows: readonly TogetherRow[];
  limits: TogetherLimits;
  /** What the person let leave together here lately without a second one. */
  alone: TogetherSum;
  onClose: () => void;
  /** What came of each that was sent. */
  onDone: (released: ReleasedTogether) => void;
  /** So many wait for a second person. */
  onProposed: (count: number) => void;
};

/** Says what would leave together and what would not, whether that takes a second person, and asks for the ground. */
export function TogetherDialog({ rows, limits, alone, onClose, onDone, onProposed }: TogetherDialogProps) {
  const t = useTranslations('queue.together');
  const tGround = useTranslations('clearance.ground');
  const [groundId, noteId, typedId] = [useId(), useId(), useId()];
  const decide = (row: TogetherRow, count: number) => {
    const decision = decideTogether({ ...row, hasUnreadAnswer: row.answered !== null }, limits, count);
    return { row, reasons: decision.ok ? [] : decision.reasons };
  };
  // What may not leave anyway does not count among those that are too many.
  const leaving = rows.filter((row) => decide(row, 0).reasons.length === 0).length;
  const split = rows.map((row) => decide(row, leaving));
  const fit = split.filter(({ reasons }) => reasons.length === 0).map(({ row }) => row);
  const sum = sumOf(fit.map(({ value }) => value));
  const isProposal = needsSecond({ count: fit.length, valueMinor: sum ? minorOf(sum) : 0n }, alone, limits);
  const isTyped = fit.length > TYPED_ABOVE;
  const [state, dispatch] = useActionState(
    async (_previous: ActionState<unknown>, form: FormData): Promise<ActionState<unknown>> => {
      const wish = {
        ground: String(form.get('ground')) as (typeof TOGETHER_GROUNDS)[number],
        note: String(form.get('note')),
      };
      const typed = String(form.get('typed') ?? '').trim();
      if (isTyped && typed !== String(fit.length))
        return { status: 'invalid', fieldErrors: { typed: ['other_count'] }, values: { ...wish, typed } };
      if (isProposal) {
        const next = await proposeTogetherAction(IDLE, { rows: rows.map(seenOf), ...wish });
        if (next.status === 'ok') onProposed(rows.length - (next.data?.excluded.length ?? 0));
        return next;
      }
      const next = await releaseTogetherAction(IDLE, { rows: fit.map(seenOf), ...wish });
      if (next.status === 'ok' && next.data) onDone(next.data);
      return next;
    },
    IDLE,
  );
  const errorOf = useFieldError(state);
  return (
    <Dialog
      title={t(isProposal ? 'proposeTitle' : 'title', { count: fit.length })}
      description={t(fit.length === 0 ? 'none' : isProposal ? 'proposeText' : 'text')}
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
    >
      <form action={dispatch} className="flex flex-col gap-3" noValidate>
        <FormOutcome
          state={state}
          labels={{ ground: t('ground'), note: t('note'), typed: t('typed', { count: fit.length }) }}
          ids={{ ground: groundId, note: noteId, typed: typedId }}
        />
        {fit.length > 0 ? (
          <p className="text-sm first-letter:uppercase">
            <Worth rows={fit} />
          </p>
        ) : null}
        <p className="text-muted text-sm">
          {t('limits', { rows: limits.rowsMax, score: limits.scoreMax, second: limits.secondAboveRows })}
          {sum ? (
            <>
              {t('secondAboveValue')}{' '}
              <Money minor={limits.secondAboveMinor} currency={sum.currency} exponent={decimalsOf(sum)} />
            </>
          ) : null}
          . {alone.count > 0 ? `${t('alone', { count: alone.count })} ` : null}
          {t(limits.takesNoSlot ? 'noSlotTaken' : 'noSlotLeft', { count: rows.filter(foundNoSlot).length })}
        </p>
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
            {isTyped ? (
              <TextField
                name="typed"
                id={typedId}
                label={t('typed', { count: fit.length })}
                inputMode="numeric"
                autoComplete="off"
                error={errorOf('typed')}
                defaultValue={state.status === 'invalid' ? state.values.typed : ''}
                required
                className="w-32"
              />
            ) : null}
            <div className="flex justify-end">
              <SubmitButton variant="primary">
                {t(isProposal ? 'propose' : 'submit', { count: fit.length })}
              </SubmitButton>
            </div>
          </>
        ) : null}
      </form>
    </Dialog>
  );
}
