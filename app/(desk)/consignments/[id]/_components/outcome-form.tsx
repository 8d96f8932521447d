'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { RadioField } from '@/components/ui/choice-field';
import type { OutcomeKind } from '@/lib/clearance/decide-outcome';
import { citationOf, groundsOf } from '@/lib/clearance/grounds';
import type { Reason } from '@/lib/kernel/problem';
import { decideAction } from '../actions';
import { useActError } from './act-errors';
import { NoteField, OptionField } from './act-fields';
import { ActForm } from './act-form';
import type { FormProps } from './desk-form';
import { NeedsSecond } from './needs-second';
import { useReasonText } from './refusals';

type OutcomeFormProps = FormProps & {
  /** What may become of the goods, and what stands against it. */
  kinds: readonly { readonly kind: OutcomeKind; readonly reasons: readonly Reason[] }[];
};

const BESIDE = ['kind', 'ground', 'note'];

/** Decides what becomes of goods that are not released: one of what is possible, on a ground and in words. */
export function OutcomeForm({ subject, acts, onCancel, kinds }: OutcomeFormProps) {
  const t = useTranslations('consignment.act');
  const [only] = kinds.length === 1 ? kinds : [];
  const [kind, setKind] = useState<OutcomeKind | null>(only?.kind ?? null);
  const isProposal = kind !== null && subject.secondRules[kind] !== undefined;
  const send = (form: FormData) => {
    if (kind) form.set('kind', kind);
    const endsWork = kind !== 'end_detention';
    acts.act(decideAction, form, { done: isProposal ? 'propose' : 'decide', canUndo: endsWork, endsWork });
  };
  return (
    <ActForm
      submit={t(isProposal ? 'proposeOutcome' : 'decideOutcome')}
      isDangerous={kind !== 'end_detention'}
      beside={BESIDE}
      onSubmit={send}
      onCancel={onCancel}
      pending={acts.isPending}
      refused={acts.refused}
    >
      {only ? null : <KindField kinds={kinds} onPick={setKind} />}
      {kind ? (
        <>
          <NeedsSecond subject={subject} kind={kind} />
          <GroundField key={kind} kind={kind} />
          <NoteField label={t(kind === 'abandon' ? 'abandonNote' : 'outcomeNote')} isRequired />
        </>
      ) : null}
    </ActForm>
  );
}

/** What is possible, all in sight; what a fact forbids says why. */
function KindField({ kinds, onPick }: Pick<OutcomeFormProps, 'kinds'> & { onPick: (kind: OutcomeKind) => void }) {
  const t = useTranslations('consignment.act');
  const tKind = useTranslations('clearance.decisionKind');
  const textOf = useReasonText();
  const hintOf = (kind: OutcomeKind) => (kind === 'seize' ? undefined : t(`outcomeHint.${kind}`));
  return (
    <RadioField
      id="act-kind"
      name="kind"
      legend={t('outcome')}
      error={useActError('act-kind')}
      required
      onChange={(value) => onPick(value as OutcomeKind)}
      options={kinds.map(({ kind, reasons }) => ({
        value: kind,
        label: tKind(kind),
        hint: reasons.length > 0 ? reasons.map(textOf).join(' ') : hintOf(kind),
        disabled: reasons.length > 0,
      }))}
    />
  );
}

/** The ground, with the provision of the one that is chosen. */
function GroundField({ kind }: { kind: OutcomeKind }) {
  const t = useTranslations('consignment.act');
  const [ground, setGround] = useState('');
  return (
    <OptionField
      name="ground"
      label={t('ground')}
      codes={groundsOf(kind)}
      group="ground"
      hint={citationOf(kind, ground) ?? undefined}
      onPick={setGround}
    />
  );
}
