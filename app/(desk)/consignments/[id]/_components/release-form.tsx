'use client';

import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { lookAt, unusualRelease } from '@/lib/clearance/unusual-release';
import { releaseAction } from '../actions';
import { ActForm } from './act-form';
import { ReleaseFields } from './decision-fields';
import type { FormProps } from './desk-form';
import { NeedsSecond } from './needs-second';
import { UnusualCard } from './unusual-card';

/** Fields that show what stands against a release themselves. */
const BESIDE = ['ground', 'note'];

/** Releases the goods, or proposes to where a second officer must agree. An unusual release is asked about once more before it is sent. */
export function ReleaseForm({ subject, acts, onCancel }: FormProps) {
  const t = useTranslations('consignment.act');
  const { isCorrectable } = subject;
  const [kind, setKind] = useState(isCorrectable ? 'release_with_correction' : 'release');
  const isProposal = subject.secondRules[kind as 'release'] !== undefined;
  const done = isProposal ? 'propose' : 'release';
  const box = useRef<HTMLDivElement>(null);
  const [asked, setAsked] = useState<FormData | null>(null);
  const unusual = unusualRelease(subject.unusual, kind as 'release');
  const send = (form: FormData) => {
    // What is sent without the question asked is refused by the command, too, and what is not any more as it was shown.
    if (asked) for (const one of unusual) form.append('acknowledged', lookAt(one));
    setAsked(null);
    acts.act(releaseAction, form, { done, canUndo: true, endsWork: true });
  };
  const goBack = () => {
    setAsked(null);
    requestAnimationFrame(() => box.current?.querySelector('select')?.focus());
  };
  return (
    <>
      {asked ? (
        <UnusualCard unusual={unusual} onGoOn={() => send(asked)} onBack={goBack} pending={acts.isPending} />
      ) : null}
      <div ref={box} hidden={asked !== null}>
        <ActForm
          submit={t(isProposal ? 'proposeOutcome' : 'verb.release')}
          beside={BESIDE}
          onSubmit={unusual.length > 0 ? setAsked : send}
          onCancel={onCancel}
          pending={acts.isPending}
          refused={acts.refused}
        >
          <ReleaseFields subject={subject} onKind={setKind} />
          <NeedsSecond subject={subject} kind={kind as 'release'} />
        </ActForm>
      </div>
    </>
  );
}
