import 'server-only';
import { and, asc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { writeAudit } from '@/db/audit';
import type { Tx } from '@/db/connection';
import { logLine, messageOf } from '@/db/log';
import { currentFacts } from '@/db/queries/profile/current-facts';
import { namedLists } from '@/db/queries/profile/named-lists';
import { whereProfile } from '@/db/queries/profile/where-profile';
import { foundCharges } from '@/db/queries/statistics/found-charges';
import { clearances, profileBackTestDays, profileBackTests, profileFacts, profileVersions } from '@/db/schema';
import { isTimedOut } from '@/db/sql-state';
import { inTransaction } from '@/db/transaction';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { addDays } from '@/lib/kernel/dates';
import type { BackTestDay } from '@/lib/profile/back-test';
import { listsIn, readTree } from '@/lib/profile/read-tree';

/** A day of the busiest office takes a fraction of it. */
const TIMEOUT_MS = 60_000;

type Test = typeof profileBackTests.$inferSelect;
const OPEN = ['waiting', 'running'] as const;

/** A day that failed as often as this in a row ends its back-test. */
const ATTEMPTS_MAX = 3;

/**
 * Looks at the next day of the back-test that waits longest, those first that never failed. The day and the place to go on from are
 * one transaction: a worker that is killed leaves either all of the day or none of it. Gives false where no back-test waits.
 */
export async function backTestDay(actor: Actor, at = new Date()): Promise<boolean> {
  authorise(actor, 'profile.back_test');
  let taken: Test | undefined;
  try {
    return await inTransaction(
      async (tx) => {
        taken = await nextTest(tx);
        if (!taken) return false;
        await goOn(tx, actor, taken, at);
        return true;
      },
      { statementTimeoutMs: TIMEOUT_MS },
    );
  } catch (error) {
    if (!taken) throw error;
    await noteFailure(actor, taken, error, at);
    return true;
  }
}

async function nextTest(tx: Tx): Promise<Test | undefined> {
  const [test] = await tx
    .select()
    .from(profileBackTests)
    .where(inArray(profileBackTests.state, [...OPEN]))
    .orderBy(asc(profileBackTests.attempts), asc(profileBackTests.askedAt), asc(profileBackTests.id))
    .limit(1)
    .for('update', { skipLocked: true });
  return test;
}

async function goOn(tx: Tx, actor: Actor, test: Test, at: Date): Promise<void> {
  const meets = await conditionsOf(tx, test);
  if (typeof meets === 'string') return end(tx, actor, test, { state: 'failed', problem: meets }, at);
  const day = await nextDay(tx, test);
  if (day === null) return end(tx, actor, test, { state: 'done', problem: null }, at);
  const found = await lookAt(tx, test, day, meets);
  await tx.insert(profileBackTestDays).values({ backTestId: test.id, ...found });
  await tx
    .update(profileBackTests)
    .set({ state: 'running', nextOn: addDays(day, 1), attempts: 0 })
    .where(eq(profileBackTests.id, test.id));
}

/** Lets the others go first; ends the back-test where its day failed again and again. */
async function noteFailure(actor: Actor, { id }: Test, error: unknown, at: Date): Promise<void> {
  const isSlow = isTimedOut(error);
  logLine('error', 'profile.back_test_failed', { backTestId: id, isSlow, message: messageOf(error) });
  await inTransaction(async (tx) => {
    const [test] = await tx
      .update(profileBackTests)
      .set({ attempts: sql`${profileBackTests.attempts} + 1` })
      .where(and(eq(profileBackTests.id, id), inArray(profileBackTests.state, [...OPEN])))
      .returning();
    if (!test || test.attempts < ATTEMPTS_MAX) return;
    await end(tx, actor, test, { state: 'failed', problem: isSlow ? 'back_test_slow' : 'back_test_fault' }, at);
  });
}

/** The conditions with the lists as they were when it was asked; else the code of what stands against it. */
async function conditionsOf(tx: Tx, test: Test): Promise<SQL | string> {
  const read = readTree(
    test.version === null ? test.tree : await treeOfVersion(tx, test.profileId, test.version),
    await namedLists(tx, test.askedAt, test.lists),
  );
  if ('problems' in read) return read.problems[0]?.code ?? 'tree_shape';
  return listsIn(read.group).join('\n') === test.lists.join('\n') ? whereProfile(read.group) : 'list_changed';
}

async function treeOfVersion(tx: Tx, profileId: string, version: number): Promise<unknown> {
  const ofVersion = and(eq(profileVersions.profileId, profileId), eq(profileVersions.version, version));
  const [found] = await tx.select({ content: profileVersions.content }).from(profileVersions).where(ofVersion);
  return found?.content.tree;
}

/** The next day of receipt that has consignments: the others cost nothing. */
async function nextDay(tx: Tx, { nextOn, toOn }: Test): Promise<string | null> {
  const { rows } = await tx.execute<{ day: string | null }>(
    sql`select min(${clearances.receivedOn})::text as day from ${clearances}
      where ${clearances.receivedOn} between ${nextOn} and ${toOn}`,
  );
  return rows[0]?.day ?? null;
}

type Found = Omit<BackTestDay, 'day' | 'chargesMinor'> & { readonly charges: string };

async function lookAt(tx: Tx, { officeIds }: Test, day: string, meets: SQL): Promise<BackTestDay> {
  const outcome = clearances.examinationOutcome;
  const { rows } = await tx.execute<Found>(sql`
    select count(*)::int as looked,
      count(*) filter (where met)::int as hits,
      count(*) filter (where met and outcome in ('conform', 'finding'))::int as examined,
      count(*) filter (where met and outcome = 'finding')::int as findings,
      count(*) filter (where outcome = 'finding')::int as "allFindings",
      coalesce(sum(case when met and outcome = 'finding' then ${foundCharges(sql`seen.id`)} end), 0)::text as charges
    from (
      select ${profileFacts.consignmentId} as id, ${outcome} as outcome, (${meets}) is true as met
      ${currentFacts(officeIds, day, day)}
    ) seen`);
  const [row] = rows;
  if (!row) throw new Error('a count without a row');
  const { charges, ...counts } = row;
  return { day, ...counts, chargesMinor: BigInt(charges) };
}

async function end(
  tx: Tx,
  actor: Actor,
  { id, profileId, version, toOn }: Test,
  ended: Pick<Test, 'state' | 'problem'>,
  at: Date,
): Promise<void> {
  await tx
    .update(profileBackTests)
    .set({ ...ended, nextOn: addDays(toOn, 1), endedAt: at, rowVersion: sql`${profileBackTests.rowVersion} + 1` })
    .where(eq(profileBackTests.id, id));
  await writeAudit(
    tx,
    actor,
    {
      action: 'profile.end_back_test',
      subjectType: 'profile',
      subjectId: profileId,
      officeId: null,
      details: { backTestId: id, version: version ?? 'draft', after: { state: ended.state } },
    },
    at,
  );
}
