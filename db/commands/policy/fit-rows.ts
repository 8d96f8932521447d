import 'server-only';
import { and, asc, eq } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { policyFromRows } from '@/db/queries/policy/policy-in-force';
import { type changes, instruments, parameters } from '@/db/schema';
import { addDays } from '@/lib/kernel/dates';
import { refuse } from '@/lib/kernel/errors';
import { endedUntil, fitChange, type Period } from '@/lib/policy/change';
import { firstCrossedDay } from '@/lib/policy/lane-order';
import { PolicyError } from '@/lib/policy/rows-in-force';
import { endParameters } from './end-parameters';

/** One parameter of a change. */
export type FittedPart = Pick<
  typeof changes.$inferSelect,
  'id' | 'instrumentId' | 'kind' | 'key' | 'value' | 'validFrom' | 'validTo'
>;

/**
 * Ends and begins the rows all parts of a change come to, and reads the policy of each day at which something changes. Nothing that
 * stood on a day before is touched: what was decided then is decided alike today. Gives, by part, the last day the row had that was
 * ended.
 * @throws RefusedError `policy.later_row`, `policy.gap` with the parameter and the day, `policy_broken` with the faults
 */
export async function fitRows(
  tx: Tx,
  parts: readonly FittedPart[],
  at: Date,
): Promise<ReadonlyMap<string, string | null>> {
  const until = new Map<string, string | null>();
  for (const part of parts) until.set(part.id, await fitPart(tx, part, at));
  const [first] = parts;
  if (first) await checkDays(tx, first, parts);
  return until;
}

async function fitPart(tx: Tx, change: FittedPart, at: Date): Promise<string | null> {
  const { kind, key, value, validFrom, validTo } = change;
  const ofKey = and(eq(parameters.kind, kind), eq(parameters.key, key));
  const rows = await tx.select().from(parameters).where(ofKey).orderBy(asc(parameters.validFrom)).for('update');
  const fitted = fitChange(rows, { validFrom, validTo });
  if (!fitted.ok) throw refuse(`policy.${fitted.rule}`, { day: fitted.day, kind, key });
  if (fitted.end) {
    const { row, validTo: until } = fitted.end;
    await endParameters(tx, [{ kind, key, validFrom: row.validFrom, revision: row.revision, validTo: until }], at);
  }
  const [law] = await tx
    .select({ citation: instruments.citation, title: instruments.title })
    .from(instruments)
    .where(eq(instruments.id, change.instrumentId));
  const revisionOn = (day: string) =>
    1 + Math.max(-1, ...rows.flatMap((row) => (row.validFrom === day ? [row.revision] : [])));
  await tx.insert(parameters).values({
    kind,
    key,
    value,
    validFrom,
    validTo,
    revision: revisionOn(validFrom),
    source: law?.citation ?? '',
    edition: law?.title ?? '',
    changeId: change.id,
    recordedAt: at,
  });
  const resumed = rows.find((row) => row === fitted.resume?.row);
  if (fitted.resume && resumed) {
    const { period } = fitted.resume;
    const again = { ...period, revision: revisionOn(period.validFrom), recordedAt: at };
    await tx.insert(parameters).values({ ...resumed, ...again });
  }
  return endedUntil(fitted);
}

/**
 * Two changes that were each in order may not be together, in whichever order they were approved: a limit that another change moves
 * within the period is held against this one on its day. @throws PolicyError where a stricter lane begins below a milder one
 */
async function checkLanes(tx: Tx, period: Period): Promise<void> {
  const crossed = firstCrossedDay(await tx.select().from(parameters).where(eq(parameters.kind, 'lane')), period);
  if (crossed === null) return;
  const { day, blue, yellow, red } = crossed;
  throw new PolicyError([`on ${day} lanes begin at ${blue} (blue), ${yellow} (yellow) and ${red} (red)`]);
}

/**
 * Reads the policy of each day at which a period begins or ends, and the order of lanes on every day of it.
 * @throws RefusedError `policy_broken` with the faults
 */
export async function checkDays(
  tx: Tx,
  { validFrom, validTo }: Period,
  parts: readonly { readonly kind: string }[],
): Promise<void> {
  try {
    for (const day of [addDays(validFrom, -1), validFrom, ...(validTo === null ? [] : [addDays(validTo, 1)])]) {
      await policyFromRows(tx, day);
    }
    if (parts.some(({ kind }) => kind === 'lane')) await checkLanes(tx, { validFrom, validTo });
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error;
    throw refuse('policy_broken', { faults: error.faults.slice(0, 5).join('; ') });
  }
}

/** Carries a trial out of the savepoint that its throw takes back. */
class TrialOver extends Error {}

/** Does something in full and takes it back, for its refusals alone. */
export async function onTrial(tx: Tx, act: (trial: Tx) => Promise<unknown>): Promise<void> {
  await tx
    .transaction(async (trial) => {
      await act(trial);
      throw new TrialOver();
    })
    .catch((error: unknown) => {
      if (!(error instanceof TrialOver)) throw error;
    });
}
