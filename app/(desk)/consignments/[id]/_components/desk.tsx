'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useShortcuts } from '@/components/shell/shortcuts';
import { Button } from '@/components/ui/button';
import { CheckboxField } from '@/components/ui/choice-field';
import { DateTime } from '@/components/ui/date-time';
import { Panel } from '@/components/ui/panel';
import { useToast } from '@/components/ui/toast';
import { useIsPast } from '@/components/ui/use-is-past';
import { ClaimBox } from './claim-box';
import { DeskForm } from './desk-form';
import type { DeskSubject } from './desk-subject';
import { focusVerb, leaveFocus, useAwaitedFocus } from './focus-desk';
import { besideOf, canLeave, LATER, LaterButtons } from './later-buttons';
import { firstMatters, OpenMatters } from './open-matters';
import { useActs } from './use-acts';
import { useGoesOn } from './use-goes-on';
import { VerbButtons } from './verb-buttons';
import { type Mode, outcomesOf, verbsOf } from './verbs';

type DeskProps = { subject: DeskSubject; initial: Mode | null; now: string };

/** Where the officer decides: four verbs on four keys, the form of one of them, the claim, open holds and questions, undo. */
export function Desk({ subject, initial, now }: DeskProps) {
  const t = useTranslations('consignment.act');
  const isClaimLost = useIsPast(subject.holder === 'self' ? subject.leaseUntil : null, now);
  const isUndoPast = useIsPast(subject.undoUntil === 'open' ? null : subject.undoUntil, now);
  const canUndo = subject.undoUntil !== null && !isUndoPast;
  const verbs = verbsOf(subject, isClaimLost);
  const outcomes = outcomesOf(subject, isClaimLost);
  const beside = besideOf(subject);
  const mayLeave = canLeave(subject, isClaimLost);
  const hasMain = outcomes.length > 0 && !mayLeave;
  const [mode, setMode] = useState<Mode | null>(initial);
  const [goesOn, setGoesOn] = useGoesOn();
  const acts = useActs(subject, goesOn, () => setMode(null));
  const toast = useToast();
  /** Whether the officer entered anything in the form that is open. */
  const [isTyped, setTyped] = useState(false);
  const open = (wanted: Mode) => {
    // What is possible next is not known before the act that is under way has ended.
    if (acts.isPending) return;
    leaveFocus();
    acts.clear();
    setTyped(false);
    setMode(wanted);
  };
  /** What a single key does: never at the cost of what a form holds, which a stray letter would throw away. */
  const byKey = (run: () => void) => () => {
    if (mode !== null && isTyped) toast.show({ title: t('unsent'), tone: 'info' });
    else run();
  };
  const close = () => {
    const from = mode;
    acts.clear();
    setMode(null);
    if (from) focusVerb(from);
  };
  useAwaitedFocus();
  const group = t('group');
  useShortcuts([
    ...verbs
      .filter(({ isPossible }) => isPossible)
      .map(({ mode: wanted, keys }) => ({ keys, text: t(`verb.${wanted}`), run: byKey(() => open(wanted)), group })),
    ...(outcomes.length > 0 ? [{ keys: 'm', text: t('verb.outcome'), run: byKey(() => open('outcome')), group }] : []),
    ...[...(mayLeave ? LATER : []), ...beside].map(({ mode: wanted, keys }) => ({
      keys,
      text: t(`verb.${wanted}`),
      run: byKey(() => open(wanted)),
      group,
    })),
    ...firstMatters(subject).map(({ mode: wanted, keys, text }) => ({
      keys,
      text: t(text),
      run: byKey(() => open(wanted)),
      group,
    })),
    ...(canUndo ? ['u', 'z'].map((keys) => ({ keys, text: t('undo'), run: byKey(acts.undo), group })) : []),
    // A form that is open may hold words nobody sent yet: the next consignment waits until it is closed.
    ...(mode === null ? [{ keys: 'n', text: t('takeNext'), run: acts.takeNext, group }] : []),
  ]);
  return (
    <Panel
      title={
        // Repeated where one decides: the page may be scrolled far below its own title, and the next is another consignment.
        <>
          {t('title')}{' '}
          <span translate="no" className="font-mono font-normal text-muted">
            {subject.reference}
          </span>
        </>
      }
      id="desk"
    >
      <div className="flex flex-col gap-3">
        <ClaimBox subject={subject} isLost={isClaimLost} acts={acts} now={now} />
        <VerbButtons verbs={verbs} open={mode} onOpen={open} />
        {verbs.some(({ isPossible }) => isPossible) ? null : (
          <p className="text-muted text-sm">
            {t(isClaimLost ? 'why.lost' : subject.holder === 'other' ? 'why.other' : `why.${subject.status}`)}
          </p>
        )}
        <LaterButtons
          onOpen={open}
          modes={[
            ...(mayLeave ? LATER : []),
            ...(outcomes.length > 0 ? [{ mode: 'outcome', keys: 'm' } as const] : []),
            ...(hasMain ? [] : beside),
          ]}
          isMain={hasMain}
        />
        {hasMain ? <LaterButtons onOpen={open} modes={beside} isMain={false} /> : null}
        <div id="desk-form" className="empty:hidden">
          {mode ? (
            <div className="rounded-md border border-line bg-sunken p-3" onInput={() => setTyped(true)}>
              <DeskForm key={mode} mode={mode} subject={subject} acts={acts} onCancel={close} />
            </div>
          ) : null}
        </div>
        {acts.dialog}
        <OpenMatters subject={subject} onOpen={open} />
        {canUndo && subject.undoUntil ? (
          <div className="flex flex-wrap items-center gap-2 text-sm">
            <Button kbd="u" onClick={acts.undo} pending={acts.isPending}>
              {t(subject.proposal ? 'withdraw' : 'undo')}
            </Button>
            {subject.undoUntil === 'open' ? null : (
              <span className="text-muted">
                {t('undoUntil')} <DateTime at={subject.undoUntil} show="time" />
              </span>
            )}
          </div>
        ) : null}
        <div className="flex flex-wrap items-center justify-between gap-2 border-line border-t pt-3">
          <CheckboxField
            name="goes-on"
            label={t('goesOn')}
            checked={goesOn}
            onChange={(event) => setGoesOn(event.target.checked)}
          />
          <Button size="sm" kbd="n" onClick={acts.takeNext} pending={acts.isPending}>
            {t('takeNext')}
          </Button>
        </div>
      </div>
    </Panel>
  );
}
