import 'server-only';
import { and, asc, eq } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { changeDecisions, type changes, parameters } from '@/db/schema';
import { addDays } from '@/lib/kernel/dates';
import { refuse } from '@/lib/kernel/errors';
import { type Period, refilled } from '@/lib/policy/change';
import { checkDays } from './fit-rows';

type Annulled = Pick<typeof changes.$inferSelect, 'id' | 'kind' | 'key' | 'validFrom' | 'validTo'>;

/**
 * Takes back the row of an approved change before its day: it ends the day before it begins and stays to be read, and what it ended
 * goes on as if nothing had been decided. @throws RefusedError `policy.built_on`, `policy_broken` with the faults
 */
export async function annulRows(tx: Tx, change: Annulled): Promise<void> {
  const { id, kind, key, validFrom, validTo } = change;
  const ofKey = and(eq(parameters.kind, kind), eq(parameters.key, key));
  const rows = await tx.select().from(parameters).where(ofKey).orderBy(asc(parameters.validFrom)).for('update');
  const standing = rows.filter((row) => row.validTo === null || row.validTo >= row.validFrom);
  const brought = standing.filter(({ changeId }) => changeId === id);
  // A later change that stands within it took a part of it: that one goes first.
  if (!isWhole(brought, change)) throw refuse('policy.built_on');
  for (const row of brought) {
    await tx
      .update(parameters)
      .set({ validTo: addDays(row.validFrom, -1) })
      .where(and(ofKey, eq(parameters.validFrom, row.validFrom), eq(parameters.revision, row.revision)));
  }
  const before = addDays(validFrom, -1);
  const [decision] = await tx.select().from(changeDecisions).where(eq(changeDecisions.changeId, id));
  const ended = standing.find((row) => row.validTo === before);
  const period = refilled({ validFrom, validTo }, decision?.endedUntil ?? null);
  if (ended && period) {
    await tx
      .update(parameters)
      .set({ validTo: period.validTo })
      .where(and(ofKey, eq(parameters.validFrom, ended.validFrom), eq(parameters.revision, ended.revision)));
  }
  await checkDays(tx, { validFrom, validTo });
}

/** Whether rows, in order, cover a period from its first to its last day without a gap. */
function isWhole(rows: readonly Period[], { validFrom, validTo }: Period): boolean {
  return (
    rows[0]?.validFrom === validFrom &&
    rows.at(-1)?.validTo === validTo &&
    rows.every((row, at) => at === 0 || row.validFrom === addDays(rows[at - 1]?.validTo ?? row.validFrom, 1))
  );
}
