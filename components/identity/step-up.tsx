'use client';

import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import { type ActionState, IDLE } from '@/components/forms/action-state';
import { CONFIRMATION_NEEDED } from '@/lib/identity/step-up';
import { ConfirmDialog, type ConfirmProps } from './confirm-dialog';

type Offer = Omit<ConfirmProps, 'onClose'>;

const StepUpContext = createContext<Offer | null>(null);

/** Tells forms below how the person can prove who they are. */
export function StepUpProvider({ children, ...offer }: Offer & { children: ReactNode }) {
  return <StepUpContext value={offer}>{children}</StepUpContext>;
}

const isAsked = (state: ActionState<unknown> | null): boolean =>
  state?.status === 'refused' && state.reasons.some(({ code }) => code === CONFIRMATION_NEEDED);

/**
 * Runs acts that may ask who one is: where one does, the dialog opens, and the same act is tried again with the same input once that is
 * proved; what was typed stays where it is. Given up, the refusal is the outcome. `dialog` stands beside the form, not inside it.
 */
export function useStepUp() {
  const offer = useContext(StepUpContext);
  const answer = useRef<((isProved: boolean) => void) | null>(null);
  const [isOpen, setOpen] = useState(false);
  const close = (isProved: boolean) => {
    setOpen(false);
    answer.current?.(isProved);
    answer.current = null;
  };
  // A form that goes away while it asks must not leave its act hanging: nothing else on the page would be drawn until it ends.
  useEffect(() => () => answer.current?.(false), []);
  const run = async <State extends ActionState<unknown> | null>(act: () => Promise<State>): Promise<State> => {
    const state = await act();
    if (!isAsked(state) || !offer) return state;
    const isProved = await new Promise<boolean>((resolve) => {
      answer.current = resolve;
      setOpen(true);
    });
    return isProved ? act() : state;
  };
  return { run, dialog: offer && isOpen ? <ConfirmDialog {...offer} onClose={close} /> : null };
}

/** The same for an action of a form. */
export function useConfirmedAction<Data, Input>(
  action: (previous: ActionState<Data>, input: Input) => Promise<ActionState<Data>>,
) {
  const { run, dialog } = useStepUp();
  return { action: (_previous: ActionState<Data>, input: Input) => run(() => action(IDLE, input)), dialog };
}
