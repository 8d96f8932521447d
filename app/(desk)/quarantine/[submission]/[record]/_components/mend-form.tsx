'use client';

import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useActionState, useState } from 'react';
import { type ActionState, IDLE } from '@/components/forms/action-state';
import { Outcome } from '@/components/forms/outcome';
import { ReasonDialog } from '@/components/forms/reason-dialog';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { TextAreaField } from '@/components/ui/field';
import { Panel } from '@/components/ui/panel';
import { checkAction, discardAction, mendAction } from '../actions';

type MendFormProps = {
  submissionId: string;
  recordNumber: number;
  /** Header of a CSV file; null where the text names its own fields. */
  columns: string | null;
  text: string;
  backHref: string;
};

/** What the intake says of the text: its problems, or the remarks it passes with, as sentences. */
type Checked = { passes: boolean; sentences: string[] };

/** The text of a refused record to mend: checked as often as one likes, sent once. */
export function MendForm({ submissionId, recordNumber, columns, text, backHref }: MendFormProps) {
  const t = useTranslations('quarantine.record');
  const router = useRouter();
  const [mended, setMended] = useState(text);
  const [state, dispatch, isPending] = useActionState(
    async (previous: ActionState<Checked>, way: 'check' | 'send'): Promise<ActionState<Checked>> => {
      const input = { submissionId, recordNumber, text: mended };
      if (way === 'check') return checkAction(previous, input);
      return mendAction(previous, input);
    },
    IDLE,
  );
  const checked = state.status === 'ok' ? state.data : undefined;
  return (
    <Panel title={t('mend')} description={t('mendText')}>
      <div className="flex flex-col gap-3">
        <Outcome state={state} labels={{ text: t('text') }} />
        {checked ? <CheckedText checked={checked} /> : null}
        {columns === null ? null : (
          <div className="text-xs">
            <p className="text-muted">{t('columns')}</p>
            <p className="break-all font-mono" translate="no">
              {columns}
            </p>
          </div>
        )}
        <TextAreaField
          name="text"
          label={t('text')}
          value={mended}
          onChange={(event) => setMended(event.target.value)}
          rows={Math.min(24, Math.max(6, Math.ceil(text.length / 90) + text.split('\n').length))}
          spellCheck={false}
          data
          wrap="soft"
        />
        <div className="flex flex-wrap gap-2">
          <FormButton isPending={isPending} onPress={() => dispatch('check')}>
            {t('check')}
          </FormButton>
          <FormButton isPending={isPending} variant="primary" onPress={() => dispatch('send')}>
            {t('send')}
          </FormButton>
          <span className="ml-auto">
            <ReasonDialog
              trigger={<Button variant="ghost">{t('discard')}</Button>}
              title={t('discardTitle')}
              description={t('discardText')}
              submit={t('discard')}
              done={t('discarded')}
              action={async (previous, form) => {
                const next = await discardAction(previous, form);
                if (next.status === 'ok') router.push(backHref as Route);
                return next;
              }}
              fields={{ submissionId, recordNumber: String(recordNumber) }}
            />
          </span>
        </div>
      </div>
    </Panel>
  );
}

type FormButtonProps = { isPending: boolean; variant?: 'primary'; onPress: () => void; children: string };

function FormButton({ isPending, variant, onPress, children }: FormButtonProps) {
  return (
    <Button type="button" variant={variant} disabled={isPending} onClick={onPress}>
      {children}
    </Button>
  );
}

/** What the intake would say of the text now. */
function CheckedText({ checked: { passes, sentences } }: { checked: Checked }) {
  const t = useTranslations('quarantine.record');
  const list = (
    <ul className="flex flex-col gap-0.5">
      {sentences.map((sentence) => (
        <li key={sentence} translate="no">
          {sentence}
        </li>
      ))}
    </ul>
  );
  return passes ? (
    <Callout tone="success" title={t('passes')} live>
      <p>{t('passesText')}</p>
      {sentences.length > 0 ? (
        <>
          <p className="pt-1 font-semibold">{t('warnings')}</p>
          {list}
        </>
      ) : null}
    </Callout>
  ) : (
    <Callout tone="danger" title={t('stillWrong', { count: sentences.length })} live>
      {list}
    </Callout>
  );
}
