'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState, useTransition } from 'react';
import { IDLE } from '@/components/forms/action-state';
import { Button } from '@/components/ui/button';
import { RadioField } from '@/components/ui/choice-field';
import type { ViewedProposal } from '@/db/commands/clearance/view-proposal';
import { lookAt, type Unusual, unusualRelease } from '@/lib/clearance/unusual-release';
import { confirmAction, rejectAction, viewProposalAction } from '../actions';
import { useActError } from './act-errors';
import { NoteField } from './act-fields';
import { ActForm } from './act-form';
import type { FormProps } from './desk-form';
import { Refusals, type Refused, refusedBy } from './refusals';
import { UnusualCard } from './unusual-card';

/**
 * The second officer forms a view of the goods before seeing what the first one thought, then confirms or rejects; neither is chosen
 * beforehand. What is unusual about a release is asked about once more before it is confirmed, as it was before it was proposed.
 */
export function SecondForm({ subject, acts, onCancel }: FormProps) {
  const t = useTranslations('consignment.second');
  const tClearance = useTranslations('clearance');
  const [proposed, setProposed] = useState<ViewedProposal | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [isOpening, start] = useTransition();
  const [view, setView] = useState('');
  const [asked, setAsked] = useState<FormData | null>(null);
  const open = useRef<HTMLButtonElement>(null);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => open.current?.focus(), []);
  const { proposal } = subject;
  if (!proposal) return null;
  const show = () =>
    start(async () => {
      const { consignmentId } = subject;
      const state = await viewProposalAction(IDLE, { consignmentId, decisionId: proposal.decisionId });
      if (state.status === 'ok' && state.data) setProposed(state.data);
      else setRefused(refusedBy(state));
    });
  if (!proposed)
    return (
      <div className="flex flex-col gap-3 text-sm">
        <p>{t('blind')}</p>
        <Refusals refused={refused} />
        <div className="flex gap-2">
          <Button ref={open} variant="primary" onClick={show} pending={isOpening}>
            {t('show')}
          </Button>
          <Button variant="ghost" onClick={onCancel}>
            {t('cancel')}
          </Button>
        </div>
      </div>
    );
  const unusual = view === 'confirm' ? unusualOf(proposed, subject.unusual) : [];
  const send = (form: FormData) => {
    form.delete('view');
    form.set('decisionId', proposal.decisionId);
    if (asked) for (const one of unusual) form.append('acknowledged', lookAt(one));
    setAsked(null);
    if (view === 'confirm') acts.act(confirmAction, form, { done: 'confirm', endsWork: true });
    else acts.act(rejectAction, form, { done: 'reject' });
  };
  const goBack = () => {
    setAsked(null);
    requestAnimationFrame(() => box.current?.querySelector<HTMLInputElement>('input:checked')?.focus());
  };
  return (
    <>
      {asked ? (
        <UnusualCard unusual={unusual} onGoOn={() => send(asked)} onBack={goBack} pending={acts.isPending} />
      ) : null}
      <div ref={box} hidden={asked !== null}>
        <ActForm
          submit={t(view || 'decide')}
          isDangerous={view === 'confirm'}
          onSubmit={unusual.length > 0 ? setAsked : send}
          onCancel={onCancel}
          pending={acts.isPending}
          refused={acts.refused}
        >
          <div className="text-sm">
            <p className="font-semibold">
              {tClearance(`decisionKind.${proposed.kind}`)}: {tClearance(`ground.${proposed.ground}`)}
            </p>
            {proposed.citation ? (
              <p className="text-muted text-xs" translate="no">
                {proposed.citation}
              </p>
            ) : null}
            <p>
              <bdi translate="no">{proposed.note}</bdi>
            </p>
            <p className="text-muted text-xs" translate="no">
              {proposed.proposedByName}
            </p>
          </div>
          <ViewField onPick={setView} />
          <NoteField label={t(view === 'reject' ? 'rejectNote' : 'note')} isRequired={view === 'reject'} />
        </ActForm>
      </div>
    </>
  );
}

/** What is unusual about what is proposed; nothing, where it is no release. */
function unusualOf({ kind }: ViewedProposal, facts: FormProps['subject']['unusual']): Unusual[] {
  return kind === 'release' || kind === 'release_with_correction' ? unusualRelease(facts, kind) : [];
}

/** The verdict; it says itself that it is missing. */
function ViewField({ onPick }: { onPick: (view: string) => void }) {
  const t = useTranslations('consignment.second');
  const error = useActError('act-view');
  return (
    <RadioField
      id="act-view"
      name="view"
      legend={t('view')}
      error={error}
      required
      onChange={onPick}
      options={[
        { value: 'confirm', label: t('confirm') },
        { value: 'reject', label: t('reject') },
      ]}
    />
  );
}
