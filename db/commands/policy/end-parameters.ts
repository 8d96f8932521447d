import 'server-only';
import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { knownEnds, parameters } from '@/db/schema';

/** A row of the policy, and the last day it gets. */
export type ParameterEnd = Pick<typeof parameters.$inferSelect, 'kind' | 'key' | 'validFrom' | 'revision'> & {
  readonly validTo: string | null;
};

/**
 * Gives rows of the policy another last day, and keeps the one they were known to have until this instant: the law as it was known
 * on any day can be read again. Gives how many rows there were.
 */
export async function endParameters(tx: Tx, ends: readonly ParameterEnd[], at: Date): Promise<number> {
  if (ends.length === 0) return 0;
  const rows = sql`json_to_recordset(${JSON.stringify(
    ends.map(({ kind, key, validFrom, revision, validTo }) => ({
      ...{ kind, key, valid_from: validFrom, revision, valid_to: validTo },
    })),
  )}::json) as e(kind text, key text, valid_from date, revision smallint, valid_to date)`;
  const isRow = sql`t.kind = e.kind and t.key = e.key and t.valid_from = e.valid_from and t.revision = e.revision`;
  // Ended twice at one instant, the first end it had is the one that was known before.
  await tx.execute(sql`
    insert into ${knownEnds} (kind, key, valid_from, revision, known_until, valid_to)
    select t.kind, t.key, t.valid_from, t.revision, ${at.toISOString()}::timestamptz, t.valid_to
    from ${parameters} t, ${rows} where ${isRow} on conflict do nothing`);
  const ended = await tx.execute(sql`update ${parameters} t set valid_to = e.valid_to from ${rows} where ${isRow}`);
  return ended.rowCount ?? 0;
}
