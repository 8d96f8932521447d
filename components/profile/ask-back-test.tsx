'use client';

import { useTranslations } from 'next-intl';
import { useActionState, useState } from 'react';
import { type ActionState, IDLE } from '@/components/forms/action-state';
import { Outcome } from '@/components/forms/outcome';
import { SubmitButton } from '@/components/ui/submit-button';
import { Choice } from './choice';

/** How far back a version can be tried, in days; the last is all that anybody keeps. */
const SPANS = ['30', '90', '365', '3660'] as const;

type AskBackTestProps = {
  profileId: string;
  /** The latest first. */
  versions: readonly number[];
  hasDraft: boolean;
  action: (previous: ActionState, input: FormData) => Promise<ActionState>;
};

/** Asks for a back-test of a version, or of the draft as it was saved, over so many days. */
export function AskBackTest({ profileId, versions, hasDraft, action }: AskBackTestProps) {
  const t = useTranslations('profile.backTest');
  const [state, dispatch] = useActionState(action, IDLE);
  const choices = [
    ...(hasDraft ? [{ value: 'draft', label: t('ofDraft') }] : []),
    ...versions.map((one) => ({ value: String(one), label: t('ofVersion', { version: one }) })),
  ];
  const [chosen, setChosen] = useState('');
  // What was chosen may be gone: a draft that was proposed is a version now.
  const version = choices.some(({ value }) => value === chosen) ? chosen : (choices[0]?.value ?? '');
  const [days, setDays] = useState<string>('90');
  return (
    <form action={dispatch} className="flex flex-wrap items-center gap-3">
      <Outcome state={state} />
      <input type="hidden" name="profileId" value={profileId} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="days" value={days} />
      {choices.length > 1 ? (
        <Choice label={t('of')} value={version} options={choices} onChange={setChosen} isInline />
      ) : null}
      <Choice
        label={t('span')}
        value={days}
        options={SPANS.map((value) => ({ value, label: t(`spans.${value}`) }))}
        onChange={setDays}
        isInline
      />
      <SubmitButton>{t('ask')}</SubmitButton>
    </form>
  );
}
