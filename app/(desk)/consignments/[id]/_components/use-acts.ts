'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { routes } from '@/app/_server/routes';
import { queryOfPlace } from '@/app/(desk)/queue/_components/queue-place';
import { takeNextAction } from '@/app/(desk)/queue/actions';
import { type ActionState, IDLE } from '@/components/forms/action-state';
import { useStepUp } from '@/components/identity/step-up';
import { useToast } from '@/components/ui/toast';
import type { Reason } from '@/lib/kernel/problem';
import { undoAction } from '../actions';
import type { DeskSubject } from './desk-subject';
import { focusDesk, focusNextDesk, isDeskFormOpen } from './focus-desk';
import { type Refused, refusedBy, useReasonText } from './refusals';

type Action<Data> = (previous: ActionState<Data>, input: FormData) => Promise<ActionState<Data>>;
export type ActOptions = {
  /** What the act is conditional on; the row as it was seen unless said otherwise. */
  readonly seen?: 'row' | 'claim' | 'none';
  /** Key of `consignment.done` that tells the outcome. */
  readonly done: string;
  /** The act can be taken back from the message. */
  readonly canUndo?: boolean;
  /** No form is open that could say why it was refused: a message does. */
  readonly hasNoForm?: boolean;
  /** The act ends the officer's work here: the next consignment opens where that is wished. */
  readonly endsWork?: boolean;
};

/** Why the next consignment did not open; undefined where it was not asked for. */
type Stays = 'none_free' | readonly Reason[] | undefined;

/** Whether an action answered with another page, which the router shows by itself. */
function isOnItsWay(error: unknown): boolean {
  return error instanceof Error && 'digest' in error && String(error.digest).startsWith('NEXT_REDIRECT');
}

/** Runs the acts of one consignment: sends what was seen, tells the outcome, keeps the refusal, goes on to the next. */
export function useActs(subject: DeskSubject, goesOn: boolean, onDone: () => void) {
  const t = useTranslations('consignment');
  const router = useRouter();
  const toast = useToast();
  const textOf = useReasonText();
  const [refused, setRefused] = useState<Refused | null>(null);
  const stepUp = useStepUp();
  const [isPending, start] = useTransition();
  const { consignmentId, reference, officeId, officeName } = subject;

  const fail = <Data>(state: ActionState<Data>) => {
    const reason = refusedBy(state)?.reasons[0];
    toast.show({ title: reason ? textOf(reason) : t('act.failed'), tone: 'danger' });
  };
  const next = async () => {
    const state = await takeNextAction(IDLE, { officeId, query: queryOfPlace() });
    if (state.status !== 'ok') fail(state);
    else if (state.data?.consignmentId) {
      focusNextDesk();
      router.push(routes.consignment(state.data.consignmentId));
    } else toast.show({ title: t('act.nothingNext', { office: officeName }), tone: 'info' });
  };
  const undo = async (rowVersion: number, isProposal: boolean) => {
    const state = await undoAction(IDLE, { consignmentId, rowVersion });
    if (state.status !== 'ok') {
      fail(state);
      // The desk must not go on offering what has just been refused.
      return router.refresh();
    }
    toast.show({ title: t(isProposal ? 'done.withdraw' : 'done.undo', { reference }) });
    const isHere = window.location.pathname === routes.consignment(consignmentId);
    if (isHere) return focusDesk();
    focusNextDesk();
    router.push(routes.consignment(consignmentId));
  };
  const stayText = (stays: Stays) => {
    if (stays === undefined) return undefined;
    if (stays === 'none_free') return t('act.nothingNext', { office: officeName });
    return stays.map(textOf).join(' ');
  };
  const act = <Data extends { consignmentId: string; rowVersion?: number; stays?: Stays }>(
    action: Action<Data>,
    form: FormData,
    options: ActOptions,
  ) =>
    start(async () => {
      const { seen = 'row', done, canUndo = false, endsWork = false, hasNoForm = false } = options;
      form.set('consignmentId', consignmentId);
      if (seen === 'row') form.set('rowVersion', String(subject.rowVersion));
      if (seen === 'claim') form.set('claimNumber', String(subject.claimNumber));
      if (endsWork && goesOn) form.set('next', JSON.stringify({ officeId, query: queryOfPlace() }));
      const state = await stepUp
        .run(() => action(IDLE, form))
        .catch((error: unknown) => {
          if (isOnItsWay(error)) return null;
          throw error;
        });
      if (state && state.status !== 'ok') {
        if (!hasNoForm) {
          const stopped = refusedBy(state);
          setRefused(stopped);
          // What is unusual about it is not as it was shown: the form asks about it as it is now.
          return stopped?.reasons.some(({ code }) => code.startsWith('release.unusual_'))
            ? router.refresh()
            : undefined;
        }
        fail(state);
        // The page shows what it was before the other act: who holds it now stands on the next one.
        return router.refresh();
      }
      setRefused(null);
      onDone();
      if (state) focusDesk();
      else focusNextDesk();
      // The page of the next came instead of an answer. Every act raises the version by one; where somebody else did too, undo is refused.
      const after = state ? state.data?.rowVersion : subject.rowVersion + 1;
      toast.show({
        title: t(`done.${done}`, { reference }),
        description: stayText(state?.data?.stays),
        undo:
          canUndo && after !== undefined
            ? { run: () => start(() => undo(after, done === 'propose')), mayByKey: () => !isDeskFormOpen() }
            : undefined,
      });
    });
  return {
    act,
    isPending,
    /** Asks who one is where an act needs to know; stands beside the forms. */
    dialog: stepUp.dialog,
    refused,
    clear: () => setRefused(null),
    takeNext: () => start(next),
    undo: () => start(() => undo(subject.rowVersion, subject.proposal !== null)),
  };
}
export type Acts = ReturnType<typeof useActs>;
