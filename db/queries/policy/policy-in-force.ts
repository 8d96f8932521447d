import 'server-only';
import { and, eq, ne } from 'drizzle-orm';
import type { Executor } from '@/db/connection';
import { parameters } from '@/db/schema';
import { type Policy, policyAt } from '@/lib/policy/in-force';
import { InForceCache, validOn } from './in-force-cache';

/** Row kind that is no parameter of a decision: the secret that random draws are salted with. */
export const SELECTION_SEED = 'selection_seed';

const decides = ne(parameters.kind, SELECTION_SEED);

const cache = new InForceCache<Policy>({
  table: parameters,
  where: decides,
  make: policyFromRows,
  isOfDay: true,
});

/** The policy of a day from the rows as they are at this moment. @throws PolicyError where they cannot be used */
export async function policyFromRows(from: Executor, day: string): Promise<Policy> {
  const rows = await from
    .select()
    .from(parameters)
    .where(and(decides, validOn(parameters, day)));
  return policyAt(rows, day);
}

/** The policy in force on a day, read from the dated parameters. Takes no actor: it decides nothing by itself. */
export function policyInForce(from: Executor, day: string): Promise<Policy> {
  return cache.on(from, day);
}

let seed: string | null = null;

/** Lets this process read the salt again: of another database it is another. */
export function forgetSelectionSeed(): void {
  seed = null;
}

/** The salt of random draws: partners who know their reference must not know the draw. */
export async function selectionSeed(from: Executor): Promise<string> {
  if (seed) return seed;
  const [row] = await from.select().from(parameters).where(eq(parameters.kind, SELECTION_SEED));
  if (typeof row?.value !== 'string') throw new Error('the selection seed is missing: run the start-up once');
  seed = row.value;
  return seed;
}
