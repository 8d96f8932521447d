'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { type ActionState, IDLE } from '@/components/forms/action-state';
import { Outcome, useFieldError } from '@/components/forms/outcome';
import { CheckboxField } from '@/components/ui/choice-field';
import { TextAreaField, TextField } from '@/components/ui/field';
import { formatInstant } from '@/components/ui/format';
import { Panel } from '@/components/ui/panel';
import { Money } from '@/components/ui/money';
import { SubmitButton } from '@/components/ui/submit-button';
import { useToast } from '@/components/ui/toast';
import type { TogetherLimitsView } from '@/db/queries/clearance/together-limits';
import { TOGETHER_MAX } from '@/lib/clearance/decide-together';
import { moneyText } from '@/lib/kernel/money';
import { limitTogetherAction } from '../actions';

type TogetherPanelProps = {
  officeId: string;
  limits: TogetherLimitsView;
  /** The currency of the administration. */
  money: Currency;
  maySet: boolean;
};
type Currency = { readonly currency: string; readonly minorDigits: number };

const IDS = {
  rowsMax: 'together-rows',
  scoreMax: 'together-score',
  secondAboveRows: 'together-second-rows',
  secondAboveValue: 'together-second-value',
  reason: 'together-reason',
} as const;

/** What the office lets leave together: read by everybody who sees the page, set by whom it is for. */
export function TogetherPanel({ officeId, limits, money, maySet }: TogetherPanelProps) {
  const t = useTranslations('capacity.together');
  const locale = useLocale();
  const { rowsMax, scoreMax, takesNoSlot, secondAboveRows, secondAboveMinor, revision, changed } = limits;
  return (
    <Panel title={t('title')} description={t('text')} id="together">
      <p className="text-sm">
        {t('now', { rows: rowsMax, score: scoreMax, noSlot: takesNoSlot ? 'yes' : 'no' })}{' '}
        {t('nowSecond', { rows: secondAboveRows })}{' '}
        <Money minor={secondAboveMinor} currency={money.currency} exponent={money.minorDigits} />.{' '}
        <span className="text-muted">
          {changed
            ? t('changed', {
                name: changed.byName,
                at: formatInstant(locale, new Date(changed.at), 'datetime'),
                reason: changed.reason,
              })
            : t('unchanged')}
        </span>
      </p>
      {maySet ? <LimitsForm key={revision} officeId={officeId} limits={limits} money={money} /> : null}
    </Panel>
  );
}

function LimitsForm({ officeId, limits, money }: Omit<TogetherPanelProps, 'maySet'>) {
  const t = useTranslations('capacity.together');
  const toast = useToast();
  const { rowsMax, scoreMax, takesNoSlot, secondAboveRows, secondAboveMinor, revision } = limits;
  const [state, dispatch] = useActionState(async (previous: ActionState, form: FormData): Promise<ActionState> => {
    const next = await limitTogetherAction(previous, form);
    if (next.status === 'ok') toast.show({ title: t('done') });
    return next;
  }, IDLE);
  const errorOf = useFieldError(state);
  const typed = state.status === 'invalid' ? state.values : {};
  return (
    <form action={dispatch} className="mt-3 flex flex-col gap-3 border-line border-t pt-3" noValidate>
      <Outcome
        state={state}
        labels={{
          rowsMax: t('rowsMax'),
          scoreMax: t('scoreMax'),
          secondAboveRows: t('secondAboveRows'),
          secondAboveValue: t('secondAboveValue'),
          reason: t('reason'),
        }}
        ids={IDS}
      />
      <input type="hidden" name="officeId" value={officeId} />
      <input type="hidden" name="revision" value={revision} />
      <div className="@container">
        <div className="grid grid-cols-1 gap-3 @min-[20rem]:grid-cols-2">
          <TextField
            id={IDS.rowsMax}
            name="rowsMax"
            type="number"
            min={2}
            max={TOGETHER_MAX}
            inputMode="numeric"
            label={t('rowsMax')}
            hint={t('rowsHint', { most: TOGETHER_MAX })}
            error={errorOf('rowsMax')}
            defaultValue={typed.rowsMax ?? String(rowsMax)}
            required
          />
          <TextField
            id={IDS.scoreMax}
            name="scoreMax"
            type="number"
            min={0}
            max={100}
            inputMode="numeric"
            label={t('scoreMax')}
            hint={t('scoreHint')}
            error={errorOf('scoreMax')}
            defaultValue={typed.scoreMax ?? String(scoreMax)}
            required
          />
          <TextField
            id={IDS.secondAboveRows}
            name="secondAboveRows"
            type="number"
            min={1}
            max={TOGETHER_MAX}
            inputMode="numeric"
            label={t('secondAboveRows')}
            hint={t('secondAboveRowsHint')}
            error={errorOf('secondAboveRows')}
            defaultValue={typed.secondAboveRows ?? String(secondAboveRows)}
            required
          />
          <TextField
            id={IDS.secondAboveValue}
            name="secondAboveValue"
            inputMode="decimal"
            label={t('secondAboveValue')}
            hint={t('secondAboveValueHint', { currency: money.currency })}
            error={errorOf('secondAboveValue')}
            defaultValue={typed.secondAboveValue ?? moneyText(secondAboveMinor, money.minorDigits)}
            required
          />
        </div>
      </div>
      <CheckboxField
        name="takesNoSlot"
        value="true"
        label={t('takesNoSlot')}
        hint={t('takesNoSlotHint')}
        defaultChecked={takesNoSlot}
      />
      <TextAreaField
        id={IDS.reason}
        name="reason"
        label={t('reason')}
        error={errorOf('reason')}
        defaultValue={typed.reason ?? ''}
        required
        maxLength={500}
        rows={2}
      />
      <div>
        <SubmitButton variant="primary">{t('set')}</SubmitButton>
      </div>
    </form>
  );
}
