'use client';

import { type FormEvent, startTransition, useActionState } from 'react';
import { type ActionState, IDLE } from './action-state';

type FormAction<Data> = (previous: ActionState<Data>, input: FormData) => Promise<ActionState<Data>>;

/**
 * A form that keeps all that was typed and chosen when it is refused. React empties a form after its `action`, and a list or a tick
 * then stands where it stood at first; so the form is sent by hand, and by its `action` only before scripts are loaded.
 */
export function useKeptForm<Data = undefined>(action: FormAction<Data>) {
  const [state, dispatch, isPending] = useActionState(action, IDLE);
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    // The button that sent it may say which of two acts is meant.
    const { submitter } = event.nativeEvent as SubmitEvent;
    const sent = new FormData(event.currentTarget, submitter);
    startTransition(() => dispatch(sent));
  };
  return { state, isPending, form: { action: dispatch, onSubmit } };
}
