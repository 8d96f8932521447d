import 'server-only';
import { and, asc, eq } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { changeDecisions, type changes, parameters } from '@/db/schema';
import { addDays } from '@/lib/kernel/dates';
import { refuse } from '@/lib/kernel/errors';
import { type Period, refilled } from '@/lib/policy/change';
import { endParameters } from './end-parameters';
import { checkDays } from './fit-rows';

type Annulled = Pick<typeof changes.$inferSelect, 'id' | 'kind' | 'key' | 'validFrom' | 'validTo'>;

/**
 * Takes back the rows of all parts of an approved change before its day: each ends the day before it begins and stays to be read, and
 * what it ended goes on as if nothing had been decided. @throws RefusedError `policy.built_on`, `policy_broken` with the faults
 */
export async function annulRows(tx: Tx, parts: readonly Annulled[], at: Date): Promise<void> {
  for (const part of parts) await annulPart(tx, part, at);
  const [first] = parts;
  if (first) await checkDays(tx, first, parts);
}

async function annulPart(tx: Tx, change: Annulled, at: Date): Promise<void> {
  const { id, kind, key, validFrom, validTo } = change;
  const ofKey = and(eq(parameters.kind, kind), eq(parameters.key, key));
  const rows = await tx.select().from(parameters).where(ofKey).orderBy(asc(parameters.validFrom)).for('update');
  const standing = rows.filter((row) => row.validTo === null || row.validTo >= row.validFrom);
  const brought = standing.filter(({ changeId }) => changeId === id);
  // A later change that stands within it took a part of it: that one goes first.
  if (!isWhole(brought, change)) throw refuse('policy.built_on');
  const endOf = (row: (typeof rows)[number], last: string | null) => ({
    ...{ kind, key, validFrom: row.validFrom, revision: row.revision, validTo: last },
  });
  await endParameters(
    tx,
    brought.map((row) => endOf(row, addDays(row.validFrom, -1))),
    at,
  );
  const before = addDays(validFrom, -1);
  const [decision] = await tx.select().from(changeDecisions).where(eq(changeDecisions.changeId, id));
  const ended = standing.find((row) => row.validTo === before);
  const period = refilled({ validFrom, validTo }, decision?.endedUntil ?? null);
  if (ended && period) await endParameters(tx, [endOf(ended, period.validTo)], at);
}

/** Whether rows, in order, cover a period from its first to its last day without a gap. */
function isWhole(rows: readonly Period[], { validFrom, validTo }: Period): boolean {
  return (
    rows[0]?.validFrom === validFrom &&
    rows.at(-1)?.validTo === validTo &&
    rows.every((row, at) => at === 0 || row.validFrom === addDays(rows[at - 1]?.validTo ?? row.validFrom, 1))
  );
}
