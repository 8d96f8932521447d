import 'server-only';
import { and, eq, gte, isNull, lte, ne, or } from 'drizzle-orm';
import type { Executor } from '@/db/connection';
import { parameters } from '@/db/schema';
import { type Policy, policyAt } from '@/lib/policy/in-force';

/** Row kind that is no parameter of a decision: the secret that random draws are salted with. */
export const SELECTION_SEED = 'selection_seed';

/** How long a process may go on with the policy it read; a change acts everywhere within this time. */
const FRESH_MS = 10_000;

type Cached = { readonly day: string; readonly readAt: number; readonly policy: Policy };
const cache = new Map<string, Cached>();

/** The policy in force on a day, read from the dated parameters. Takes no actor: it decides nothing by itself. */
export async function policyInForce(from: Executor, day: string): Promise<Policy> {
  const cached = cache.get(day);
  if (cached && performance.now() - cached.readAt < FRESH_MS) return cached.policy;
  const rows = await from
    .select()
    .from(parameters)
    .where(
      and(
        ne(parameters.kind, SELECTION_SEED),
        lte(parameters.validFrom, day),
        or(isNull(parameters.validTo), gte(parameters.validTo, day)),
      ),
    );
  const policy = policyAt(rows, day);
  // Past days are asked for by the demo only; a handful of days is enough for live work.
  if (cache.size > 8) cache.clear();
  cache.set(day, { day, readAt: performance.now(), policy });
  return policy;
}

let seed: string | null = null;

/** The salt of random draws: partners who know their reference must not know the draw. */
export async function selectionSeed(from: Executor): Promise<string> {
  if (seed) return seed;
  const [row] = await from.select().from(parameters).where(eq(parameters.kind, SELECTION_SEED));
  if (typeof row?.value !== 'string') throw new Error('the selection seed is missing: run the start-up once');
  seed = row.value;
  return seed;
}
