'use client';

import { useTranslations } from 'next-intl';
import { useActionState, useState } from 'react';
import { type ActionState, IDLE } from '@/components/forms/action-state';
import { Outcome } from '@/components/forms/outcome';
import { SubmitButton } from '@/components/ui/submit-button';
import { Choice } from './value-editor';

/** How far back a version can be tried, in days; the last is all that anybody keeps. */
const SPANS = ['30', '90', '365', '3660'] as const;

type AskBackTestProps = {
  profileId: string;
  versions: readonly number[];
  action: (previous: ActionState, input: FormData) => Promise<ActionState>;
};

/** Asks for a back-test of a version over so many days. */
export function AskBackTest({ profileId, versions, action }: AskBackTestProps) {
  const t = useTranslations('profile.backTest');
  const [state, dispatch] = useActionState(action, IDLE);
  const [version, setVersion] = useState(String(versions[0] ?? 1));
  const [days, setDays] = useState<string>('90');
  return (
    <form action={dispatch} className="flex flex-wrap items-center gap-3">
      <Outcome state={state} />
      <input type="hidden" name="profileId" value={profileId} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="days" value={days} />
      {versions.length > 1 ? (
        <Choice
          label={t('version')}
          value={version}
          options={versions.map((one) => ({ value: String(one), label: String(one) }))}
          onChange={setVersion}
          isInline
        />
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
