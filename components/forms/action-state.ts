import type { Problem, Reason } from '@/lib/kernel/problem';

/**
 * What came of a form: nothing yet, done, not understood (codes by field, and what was typed so that nothing is lost),
 * or refused by the rules with every reason.
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
  | { readonly status: 'refused'; readonly reasons: readonly Reason[] };

export const IDLE = { status: 'idle' } as const satisfies ActionState;
