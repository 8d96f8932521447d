import 'server-only';
import { and, gt, gte, isNull, lte, ne, or, sql } from 'drizzle-orm';
import type { Executor } from '@/db/connection';
import { knownEnds, parameters } from '@/db/schema';
import { type Policy, policyAt } from '@/lib/policy/in-force';
import { rowsKnownAt } from '@/lib/policy/known-at';
import { SELECTION_SEED } from './policy-in-force';

export type KnownParameter = typeof parameters.$inferSelect;

/** The dated rows that were in force on a day by what was known at an instant, each with the last day it was known to have. */
export async function parametersKnownAt(from: Executor, day: string, at: Date): Promise<KnownParameter[]> {
  const endedLater = sql`exists (select 1 from ${knownEnds} e where e.kind = ${parameters.kind} and e.key = ${parameters.key}
    and e.valid_from = ${parameters.validFrom} and e.revision = ${parameters.revision} and e.known_until > ${at.toISOString()}::timestamptz)`;
  const rows = await from
    .select()
    .from(parameters)
    .where(
      and(
        ne(parameters.kind, SELECTION_SEED),
        lte(parameters.recordedAt, at),
        lte(parameters.validFrom, day),
        or(isNull(parameters.validTo), gte(parameters.validTo, day), endedLater),
      ),
    );
  const ends = await from.select().from(knownEnds).where(gt(knownEnds.knownUntil, at));
  return rowsKnownAt(rows, ends, at).filter(({ validTo }) => validTo === null || validTo >= day);
}

/**
 * The policy of a day as it was known at an instant: by it what was assessed then is assessed alike for ever, whatever was entered,
 * ended or corrected since. @throws PolicyError where the rows of then cannot be used
 */
export async function policyKnownAt(from: Executor, day: string, at: Date): Promise<Policy> {
  return policyAt(await parametersKnownAt(from, day, at), day);
}
