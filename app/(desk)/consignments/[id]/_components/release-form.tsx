'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { releaseAction } from '../actions';
import { ActForm } from './act-form';
import { ReleaseFields } from './decision-fields';
import type { FormProps } from './desk-form';
import { NeedsSecond } from './needs-second';

/** Fields that show what stands against a release themselves. */
const BESIDE = ['ground', 'note'];

/** Releases the goods, or proposes to where a second officer must agree. */
export function ReleaseForm({ subject, acts, onCancel }: FormProps) {
  const t = useTranslations('consignment.act');
  const { isCorrectable } = subject;
  const [kind, setKind] = useState(isCorrectable ? 'release_with_correction' : 'release');
  const isProposal = subject.secondRules[kind as 'release'] !== undefined;
  const done = isProposal ? 'propose' : 'release';
  return (
    <ActForm
      submit={t(isProposal ? 'proposeOutcome' : 'verb.release')}
      beside={BESIDE}
      onSubmit={(form) => acts.act(releaseAction, form, { done, canUndo: true, endsWork: true })}
      onCancel={onCancel}
      pending={acts.isPending}
      refused={acts.refused}
    >
      <ReleaseFields subject={subject} onKind={setKind} />
      <NeedsSecond subject={subject} kind={kind as 'release'} />
    </ActForm>
  );
}
