'use client';

import { useTranslations } from 'next-intl';
import { useActionState, useId, useState } from 'react';
import { routes } from '@/app/_server/routes';
import { type ActionState, IDLE } from '@/components/forms/action-state';
import { Outcome as FormOutcome, useFieldError } from '@/components/forms/outcome';
import { useReasonText } from '@/components/forms/reason-text';
import { DataTable } from '@/components/table/data-table';
import { Callout } from '@/components/ui/callout';
import { DateTime } from '@/components/ui/date-time';
import { TextAreaField } from '@/components/ui/field';
import { Panel } from '@/components/ui/panel';
import { State } from '@/components/ui/state';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextLink } from '@/components/ui/text-link';
import type { SuggestedMove } from '@/db/queries/clearance/work-balance';
import { balanceAction } from '../actions';

type Refused = { readonly reference: string; readonly why: string };

/** Suggested moves between officers; those that stay ticked are made in one act, and what was refused is named. */
export function BalancePanel({ moves }: { moves: readonly SuggestedMove[] }) {
  const t = useTranslations('supervision.balance');
  const reasonText = useReasonText();
  const noteId = useId();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [came, setCame] = useState<{ readonly moved: number; readonly refused: readonly Refused[] } | null>(null);
  const wanted = moves.filter(({ consignmentId }) => !left.has(consignmentId));
  const [state, dispatch] = useActionState(
    async (_previous: ActionState<unknown>, form: FormData): Promise<ActionState<unknown>> => {
      const next = await balanceAction(IDLE, {
        moves: wanted.map(({ consignmentId, rowVersion, toUserId }) => ({ consignmentId, rowVersion, toUserId })),
        note: String(form.get('note')),
      });
      if (next.status === 'ok') {
        const outcomes = next.data ?? [];
        const refused = outcomes.flatMap((one) => {
          const row = wanted.find(({ consignmentId }) => consignmentId === one.consignmentId);
          return row && 'reasons' in one
            ? [{ reference: row.reference, why: one.reasons.map(reasonText).join(' ') }]
            : [];
        });
        setCame({ moved: outcomes.length - refused.length, refused });
      }
      return next;
    },
    IDLE,
  );
  const errorOf = useFieldError(state);
  const toggle = (id: string) =>
    setLeft((current) => {
      const next = new Set(current);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  return (
    <Panel title={t('title')} description={t('text')} id="balance" flush={moves.length > 0}>
      {came ? (
        <div className={moves.length > 0 ? 'px-4 py-2' : undefined}>
          <Callout
            tone={came.refused.length > 0 ? 'warning' : 'success'}
            title={t('done', { moved: came.moved, left: came.refused.length })}
            live
          >
            {came.refused.map(({ reference, why }) => (
              <p key={reference}>
                <span className="font-mono" translate="no">
                  {reference}
                </span>{' '}
                {why}
              </p>
            ))}
          </Callout>
        </div>
      ) : null}
      {moves.length === 0 ? (
        <State kind="empty" title={t('none')}>
          {t('noneText')}
        </State>
      ) : (
        <form action={dispatch} noValidate>
          <DataTable<SuggestedMove>
            caption={t('title')}
            captionHidden
            isDense
            rows={moves}
            rowKey={({ consignmentId }) => consignmentId}
            maxHeight="24rem"
            columns={[
              {
                key: 'move',
                header: t('move'),
                cell: (row) => (
                  <input
                    type="checkbox"
                    className="size-4 align-middle"
                    aria-label={t('moveOf', { reference: row.reference, name: row.toName })}
                    checked={!left.has(row.consignmentId)}
                    onChange={() => toggle(row.consignmentId)}
                  />
                ),
              },
              {
                key: 'consignment',
                header: t('consignment'),
                rowHeader: true,
                cell: (row) => (
                  <>
                    <TextLink href={routes.consignment(row.consignmentId, { from: routes.supervision() })} data>
                      {row.reference}
                    </TextLink>
                    <span className="block text-muted text-xs" translate="no">
                      {row.officeName}
                    </span>
                  </>
                ),
              },
              { key: 'actBy', header: t('actBy'), cell: (row) => <DateTime at={row.actByAt} /> },
              {
                key: 'from',
                header: t('from'),
                cell: (row) => (row.fromName ? <bdi translate="no">{row.fromName}</bdi> : t('nobody')),
              },
              { key: 'to', header: t('to'), cell: (row) => <bdi translate="no">{row.toName}</bdi> },
              {
                key: 'because',
                header: t('because'),
                className: 'whitespace-normal!',
                cell: (row) => t(`cause.${row.because}`),
              },
            ]}
          />
          <div className="flex flex-col gap-3 border-line border-t px-4 py-3">
            <FormOutcome state={state} labels={{ note: t('note'), moves: t('move') }} ids={{ note: noteId }} />
            <TextAreaField
              id={noteId}
              name="note"
              label={t('note')}
              hint={t('noteHint')}
              error={errorOf('note')}
              defaultValue={state.status === 'invalid' ? state.values.note : ''}
              required
              maxLength={2000}
              rows={2}
            />
            <div>
              <SubmitButton variant="primary">{t('submit', { count: wanted.length })}</SubmitButton>
            </div>
          </div>
        </form>
      )}
    </Panel>
  );
}
