'use client';

import { useTranslations } from 'next-intl';
import { startTransition, useActionState, useState } from 'react';
import { type ActionState, IDLE } from '@/components/forms/action-state';
import { Outcome } from '@/components/forms/outcome';
import { Button } from '@/components/ui/button';
import { Panel } from '@/components/ui/panel';
import type { ToldProblem } from '@/lib/intake/mend-view';
import { checkAction, mendAction, textAction } from '../actions';
import { CheckedRecord } from './checked-record';
import { DiscardButton } from './discard-button';
import { type MendField, MendFields } from './mend-fields';
import { MendText } from './mend-text';

type MendFormProps = {
  submissionId: string;
  recordNumber: number;
  /** Header of a CSV file; null where the text names its own fields. */
  columns: string | null;
  text: string;
  /** The fields of the record; null where its structure cannot be read, so that only the text can be mended. */
  fields: readonly MendField[] | null;
  /** What stops the record as it was sent. */
  problems: readonly ToldProblem[];
  backHref: string;
  /** The rule the list was narrowed to, for the way to the next. */
  rule: string | null;
};

type Checked = { readonly passes: boolean; readonly problems: readonly ToldProblem[] };
type Way = 'check' | 'send' | 'text';

/** A refused record to mend, by its fields or as text: checked as often as one likes, sent once. What was typed stays. */
export function MendForm(props: MendFormProps) {
  const { submissionId, recordNumber, columns, fields, problems, backHref, rule } = props;
  const t = useTranslations('quarantine.record');
  const [isByField, setByField] = useState(fields !== null);
  const [values, setValues] = useState(() => Object.fromEntries(fields?.map(({ key, value }) => [key, value]) ?? []));
  const [text, setText] = useState(props.text);
  const [state, dispatch, isPending] = useActionState(
    async (previous: ActionState<Checked>, way: Way): Promise<ActionState<Checked>> => {
      const changed = Object.fromEntries(fields?.flatMap(({ key, value }) => changeOf(values, key, value)) ?? []);
      const input = {
        submissionId,
        recordNumber,
        rule: rule ?? undefined,
        ...(isByField ? { fields: changed } : { text }),
      };
      if (way === 'check') return checkAction(previous, input);
      if (way === 'send') return mendAction(previous, input);
      const made = await textAction(IDLE, input);
      if (made.status !== 'ok') return made;
      setText(made.data?.text ?? text);
      setByField(false);
      return IDLE;
    },
    IDLE,
  );
  const run = (way: Way) => startTransition(() => dispatch(way));
  const checked = state.status === 'ok' ? state.data : undefined;
  const told = checked ? (checked.passes ? [] : checked.problems) : problems;
  const errors = new Map(told.flatMap(({ key, sentence }) => (key === null ? [] : [[key, sentence] as const])));
  const wrong = new Set([...problems, ...told].flatMap(({ key }) => key ?? []));
  return (
    <Panel title={t('mend')} description={t('mendText')}>
      <form
        className="flex flex-col gap-3"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          run('check');
        }}
      >
        <Outcome state={state} labels={{ text: t('text') }} />
        {checked ? <CheckedRecord {...checked} isByField={isByField} /> : null}
        {isByField && fields ? (
          <>
            {checked ? null : <OfNoField problems={told} />}
            <MendFields
              fields={fields}
              wrong={wrong}
              errors={errors}
              values={values}
              onChange={(key, value) => setValues((before) => ({ ...before, [key]: value }))}
            />
          </>
        ) : (
          <MendText columns={columns} asSent={props.text} text={text} onChange={setText} />
        )}
        <div className="flex flex-wrap gap-2">
          <Button type="submit" disabled={isPending}>
            {t('check')}
          </Button>
          <Button type="button" variant="primary" disabled={isPending} onClick={() => run('send')}>
            {t('send')}
          </Button>
          {fields ? (
            <Button
              type="button"
              variant="ghost"
              disabled={isPending}
              onClick={() => (isByField ? run('text') : setByField(true))}
            >
              {t(isByField ? 'asText' : 'byField')}
            </Button>
          ) : null}
          <span className="ml-auto">
            <DiscardButton submissionId={submissionId} recordNumber={recordNumber} backHref={backHref} />
          </span>
        </div>
      </form>
    </Panel>
  );
}

/** Only what was changed is sent: what nobody touched may be longer than any value that is typed. */
function changeOf(values: Readonly<Record<string, string>>, key: string, asSent: string): [string, string][] {
  const value = values[key];
  return value === undefined || value === asSent ? [] : [[key, value]];
}

/** What is wrong with the record and with no single field of it. */
function OfNoField({ problems }: { problems: readonly ToldProblem[] }) {
  const t = useTranslations('quarantine.record');
  const own = problems.filter(({ key }) => key === null);
  if (own.length === 0) return null;
  return (
    <div className="text-sm">
      <p className="font-semibold">{t('ofNoField')}</p>
      <ul className="list-disc pl-4 text-danger">
        {own.map(({ sentence }) => (
          <li key={sentence} translate="no">
            {sentence}
          </li>
        ))}
      </ul>
    </div>
  );
}
