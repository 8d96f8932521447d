import 'server-only';
import type { Route } from 'next';
import { z } from 'zod';
import { takeNext } from '@/db/commands/clearance/take-next';
import { TAKE_NEXT_INPUT } from '@/lib/clearance/inputs';
import type { Actor } from '@/lib/identity/actor';
import { RefusedError } from '@/lib/kernel/errors';
import type { Reason } from '@/lib/kernel/problem';
import { routes } from './routes';

/** What to take after an act: the queue one works through, as JSON where a form carries it. */
const WISH = z.preprocess(parsed, TAKE_NEXT_INPUT.nullish());

/** The input of an act that may end with the next consignment open. */
export const goingOn = <Shape extends z.ZodRawShape>(input: z.ZodObject<Shape>) => input.extend({ next: WISH });

/** What an act answers that was to go on: where to, or why it stays. */
export type WentOn<Data> = {
  readonly data: Data & { readonly stays?: 'none_free' | readonly Reason[] };
  readonly to?: Route;
};

/**
 * Runs an act and takes the next consignment where that is wished, so that the page of it comes in the same answer. What was done stays
 * done whatever becomes of the next: nothing free, or no luck in the race for it, is told beside the outcome.
 */
export async function goOn<Data extends object>(
  actor: Actor,
  next: z.output<typeof WISH>,
  act: () => Promise<Data>,
): Promise<WentOn<Data>> {
  const data = await act();
  if (!next) return { data };
  try {
    const taken = await takeNext(actor, next);
    return taken ? { data, to: routes.consignment(taken.consignmentId) } : { data: { ...data, stays: 'none_free' } };
  } catch (error) {
    if (error instanceof RefusedError) return { data: { ...data, stays: error.reasons } };
    throw error;
  }
}

function parsed(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
