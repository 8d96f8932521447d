import 'server-only';
import type { Route } from 'next';
import { z } from 'zod';
import { takeNext } from '@/db/commands/clearance/take-next';
import { logLine, messageOf } from '@/db/log';
import { TAKE_NEXT_INPUT } from '@/lib/clearance/inputs';
import type { Actor } from '@/lib/identity/actor';
import { RefusedError } from '@/lib/kernel/errors';
import type { Reason } from '@/lib/kernel/problem';
import { routes } from './routes';

type Wish = z.output<typeof TAKE_NEXT_INPUT>;

/** The office alone, where the rest of a wish cannot be read. */
const OFFICE = z.object({ officeId: z.string() });

/** The input of an act that may end with the next consignment open. A wish that cannot be read stops no act: the place it came from may hold anything. */
export const goingOn = <Shape extends z.ZodRawShape>(input: z.ZodObject<Shape>) =>
  input.extend({ next: z.unknown().optional().transform(wishOf) });

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
  next: Wish | null | undefined,
  act: () => Promise<Data>,
): Promise<WentOn<Data>> {
  const data = await act();
  if (!next) return { data };
  try {
    const taken = await takeNext(actor, next);
    return taken ? { data, to: routes.consignment(taken.consignmentId) } : { data: { ...data, stays: 'none_free' } };
  } catch (error) {
    if (error instanceof RefusedError) return { data: { ...data, stays: error.reasons } };
    // What was done is done: a fault of taking the next is none of it.
    logLine('error', 'clearance.next_failed', { message: messageOf(error) });
    return { data: { ...data, stays: [{ code: 'next_failed' }] } };
  }
}

/** What to take after an act: the queue one works through, as JSON where a form carries it; null where nothing is wished. */
function wishOf(next: unknown): Wish | null {
  const given = parsed(next);
  if (given === null || given === undefined || given === '') return null;
  const read = TAKE_NEXT_INPUT.safeParse(given);
  if (read.success) return read.data;
  const office = OFFICE.safeParse(given);
  return office.success ? TAKE_NEXT_INPUT.parse({ officeId: office.data.officeId }) : null;
}

function parsed(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
