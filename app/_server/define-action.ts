import 'server-only';
import type { Route } from 'next';
import { refresh } from 'next/cache';
import { headers } from 'next/headers';
import { RedirectType, redirect } from 'next/navigation';
import { z } from 'zod';
import type { ActionState } from '@/components/forms/action-state';
import { recordRefusedAttempt } from '@/db/commands/identity/record-refused-attempt';
import { logLine } from '@/db/log';
import { traced } from '@/db/tracing';
import type { AuditSubject } from '@/lib/audit/subjects';
import type { Actor } from '@/lib/identity/actor';
import { authorise, type Permission } from '@/lib/identity/permissions';
import { CONFIRMATION_NEEDED } from '@/lib/identity/step-up';
import {
  ForbiddenError,
  InvalidInputError,
  NotFoundError,
  RefusedError,
  UnauthenticatedError,
} from '@/lib/kernel/errors';
import type { Reason } from '@/lib/kernel/problem';
import { findSignedIn, mustEnrol } from './actor';
import { type Entered, enteredOf, errorsByField, issuesByField, tellable } from './form-input';
import { isOwnRequest } from './own-request';
import { countRequest } from './request-metrics';
import { routes } from './routes';

/** `to`: the page that comes in the same answer, in the place of `data`. */
type Done<Data> = { message?: string; data?: Data; to?: Route };

export type ActionOptions<Output> = {
  /** What is tried: the permission of the command. */
  attempt: Permission;
  /** What it is tried on, for the audit row of a refused attempt. */
  subject?: (input: Output) => { type: AuditSubject; id: string };
  /** Renders the page anew in the same answer. */
  refresh?: boolean;
  /** Shows the sign-in where the session is over, instead of a reason: for actions nothing was typed for. */
  toSignIn?: boolean;
};

export type Action<Input, Data> = (previous: ActionState<Data>, input: FormData | Input) => Promise<ActionState<Data>>;

/**
 * Makes a server action: signed in, from our own page, of a role that may, input parsed strictly, refusals as values. Errors nobody
 * expected are logged without what was typed and thrown on to the error page.
 */
export function defineAction<Schema extends z.ZodType, Data = undefined>(
  schema: Schema,
  // biome-ignore lint/suspicious/noConfusingVoidType: a command without an answer returns nothing
  run: (actor: Actor, input: z.output<Schema>) => Promise<Done<Data> | void>,
  options: ActionOptions<z.output<Schema>>,
): Action<z.input<Schema>, Data> {
  const strict = schema instanceof z.ZodObject ? schema.strict() : schema;
  return counted(options.attempt, async (_previous, input) => {
    const entered = enteredOf(input, schema);
    let actor: Actor | null = null;
    let subject: { type: AuditSubject; id: string } | undefined;
    try {
      if (!isOwnRequest(await headers())) return refused([{ code: 'cross_site' }]);
      const signedIn = await findSignedIn();
      if (!signedIn) throw new UnauthenticatedError();
      actor = signedIn.actor;
      if (options.attempt !== 'identity.self' && mustEnrol(signedIn)) return refused([{ code: 'totp.demanded' }]);
      const parsed = strict.safeParse(entered?.content);
      if (parsed.success) subject = options.subject?.(parsed.data as z.output<Schema>);
      // The command asks again; here nothing is told of what was sent to who may not send it.
      authorise(actor, options.attempt);
      if (!entered) return invalid({ '': ['file_not_taken'] }, null);
      if (!parsed.success) return invalid(issuesByField(parsed.error, entered.content), entered);
      const done = await run(actor, parsed.data as z.output<Schema>);
      if (done?.to) redirect(done.to, RedirectType.push);
      if (options.refresh) refresh();
      return { status: 'ok', message: done?.message, data: done?.data };
    } catch (error) {
      if (error instanceof UnauthenticatedError) {
        if (options.toSignIn) redirect(routes.signIn());
        return refused([{ code: 'signed_out' }]);
      }
      if (error instanceof InvalidInputError) {
        return { ...invalid(errorsByField(error.problems), entered), problems: tellable(error.problems) };
      }
      const reasons = reasonsOf(error);
      if (!reasons || !actor) {
        if (!isControlFlow(error)) logLine('error', 'action.failed', { attempt: options.attempt, name: nameOf(error) });
        throw error;
      }
      // To be asked who one is, is no refusal: the page asks, and the act follows.
      const isQuestion = reasons.every(({ code }) => code === CONFIRMATION_NEEDED);
      if (!isQuestion) await recordRefusedAttempt(actor, { attempt: options.attempt, reasons, subject });
      return refused(reasons);
    }
  });
}

/** The same action, its answers counted. */
function counted<Input, Data>(attempt: Permission, act: Action<Input, Data>): Action<Input, Data> {
  return async (previous, input) => {
    const began = performance.now();
    const count = (outcome: 'ok' | 'refused' | 'failed') =>
      countRequest('action', attempt, outcome, (performance.now() - began) / 1_000);
    try {
      const state = await traced(`action ${attempt}`, () => act(previous, input));
      count(state.status === 'ok' ? 'ok' : 'refused');
      return state;
    } catch (error) {
      count(isControlFlow(error) ? 'ok' : 'failed');
      throw error;
    }
  };
}

/** The refusals a person can understand; null for errors nobody expected. */
function reasonsOf(error: unknown): readonly Reason[] | null {
  if (error instanceof RefusedError) return error.reasons;
  if (error instanceof ForbiddenError) return [{ code: 'forbidden' }];
  if (error instanceof NotFoundError) return [{ code: 'not_found' }];
  return null;
}

/** `redirect()` and `notFound()` of Next travel as errors with a digest that is theirs. */
function isControlFlow(error: unknown): boolean {
  return error instanceof Error && 'digest' in error && String(error.digest).startsWith('NEXT_');
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}

function refused(reasons: readonly Reason[]): ActionState<never> {
  return { status: 'refused', reasons };
}

function invalid(fieldErrors: Record<string, string[]>, entered: Entered | null) {
  return { status: 'invalid' as const, fieldErrors, values: entered?.shown ?? {} };
}
