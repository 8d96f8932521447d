'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { RadioField } from '@/components/ui/choice-field';
import { SelectField, TextField } from '@/components/ui/field';
import { formatInstant } from '@/components/ui/format';
import { SKIP_REASONS, SNOOZE_EVENTS, SNOOZE_REASONS, TRANSFER_REASONS } from '@/lib/clearance/reasons';
import { skipAction, snoozeAction, transferAction } from '../actions';
import { useActError } from './act-errors';
import { NoteField, OptionField } from './act-fields';
import { ActForm } from './act-form';
import type { FormProps } from './desk-form';

const PROPOSED_HOURS = 2;
/** The text of a `datetime-local` control, read and written in UTC like every time on the screen. */
const inUtc = (at: Date) => at.toISOString().slice(0, 16);

/** Puts the consignment off until a time or an event, with the reason that is told when it comes back. */
export function SnoozeForm({ subject, acts, onCancel }: FormProps) {
  const t = useTranslations('consignment.act');
  const tEvent = useTranslations('clearance.snoozeEvent');
  const [event, setEvent] = useState<string>('time');
  const [isLate] = useState(() => Date.parse(subject.actByAt) <= Date.now());
  const hasTime = event === 'time' || event === 'score_rises';
  const send = (form: FormData) => {
    if (hasTime) form.set('until', `${String(form.get('until')).slice(0, 16)}:00Z`);
    acts.act(snoozeAction, form, { done: 'snooze', endsWork: true });
  };
  return (
    <ActForm submit={t('snooze')} onSubmit={send} onCancel={onCancel} pending={acts.isPending} refused={acts.refused}>
      <RadioField
        name="event"
        legend={t('snoozeUntil')}
        defaultValue="time"
        onChange={setEvent}
        options={SNOOZE_EVENTS.map((value) => ({
          value,
          label: tEvent(value),
          disabled: value === 'arrival' && isLate,
        }))}
      />
      {hasTime ? <UntilField actByAt={subject.actByAt} isLate={isLate} isLatest={event === 'score_rises'} /> : null}
      <OptionField name="reason" label={t('laterReason')} codes={SNOOZE_REASONS} group="snoozeReason" />
      <NoteField label={t('note')} hint={t('laterNoteHint')} />
    </ActForm>
  );
}

/** Passes the consignment on to the colleagues of the office. */
export function SkipForm({ acts, onCancel }: FormProps) {
  const t = useTranslations('consignment.act');
  return (
    <ActForm
      submit={t('skip')}
      onSubmit={(form) => acts.act(skipAction, form, { done: 'skip', endsWork: true })}
      onCancel={onCancel}
      pending={acts.isPending}
      refused={acts.refused}
    >
      <p className="text-muted text-sm">{t('skipText')}</p>
      <OptionField name="reason" label={t('laterReason')} codes={SKIP_REASONS} group="skipReason" />
      <NoteField label={t('note')} hint={t('laterNoteHint')} />
    </ActForm>
  );
}

/** Sends the consignment to another office, where it is in nobody's hands. */
export function TransferForm({ subject, acts, onCancel }: FormProps) {
  const t = useTranslations('consignment.act');
  return (
    <ActForm
      submit={t('transfer')}
      onSubmit={(form) => acts.act(transferAction, form, { done: 'transfer', endsWork: true })}
      onCancel={onCancel}
      pending={acts.isPending}
      refused={acts.refused}
    >
      <p className="text-muted text-sm">{t('transferText')}</p>
      <SelectField
        id="act-toOfficeId"
        name="toOfficeId"
        label={t('toOffice')}
        error={useActError('act-toOfficeId')}
        prompt={t('choose')}
        required
        options={subject.otherOffices.map(({ id, name }) => ({ value: id, label: name, isData: true }))}
      />
      <OptionField name="reason" label={t('laterReason')} codes={TRANSFER_REASONS} group="transferReason" />
      <NoteField label={t('note')} hint={t('laterNoteHint')} />
    </ActForm>
  );
}

/** Until when: two hours from now, but no later than the time to act ends. */
function UntilField({ actByAt, isLate, isLatest }: { actByAt: string; isLate: boolean; isLatest: boolean }) {
  const t = useTranslations('consignment.act');
  const locale = useLocale();
  const [until] = useState(() => {
    const wanted = Date.now() + PROPOSED_HOURS * 3_600_000;
    return inUtc(new Date(isLate ? wanted : Math.min(wanted, Date.parse(actByAt))));
  });
  return (
    <TextField
      id="act-until"
      name="until"
      type="datetime-local"
      label={t(isLatest ? 'untilLatest' : 'until')}
      hint={isLate ? undefined : t('untilHint', { time: formatInstant(locale, new Date(actByAt), 'datetime') })}
      error={useActError('act-until')}
      defaultValue={until}
      required
    />
  );
}
