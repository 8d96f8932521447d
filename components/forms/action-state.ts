import type { Problem, Reason } from '@/lib/kernel/problem';

/**
 * What came of a form: nothing yet, done, not understood (codes by field, and what was typed so that nothing is lost),
 * or refused by the rules with every reason. Where the form is sent without script, a refusal too tells what was typed: see `typedIn`.
 */
export type ActionState<Data = undefined> =
  | { readonly status: 'idle' }
  | { readonly status: 'ok'; readonly message?: string; readonly data?: Data }
  | {
      readonly status: 'invalid';
      readonly fieldErrors: Readonly<Record<string, readonly string[]>>;
      readonly values: Readonly<Record<string, string>>;
      /** The same faults with all a command said of them, where it was a command that found them. */
      readonly problems?: readonly Problem[];
    }
  | {
      readonly status: 'refused';
      readonly reasons: readonly Reason[];
      readonly values?: Readonly<Record<string, string>>;
    };

/** What was typed into a form that was not taken, by field, for a page that comes back without script; nothing of one that was. */
export function typedIn(state: ActionState<unknown>): Readonly<Record<string, string>> {
  return state.status === 'invalid' || state.status === 'refused' ? (state.values ?? {}) : {};
}

export const IDLE = { status: 'idle' } as const satisfies ActionState;
