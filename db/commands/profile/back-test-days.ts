import 'server-only';
import { and, asc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { writeAudit } from '@/db/audit';
import type { Tx } from '@/db/connection';
import { logLine, messageOf } from '@/db/log';
import { heldAgainst, metFacts, type TriedOn } from '@/db/queries/profile/met-facts';
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

/** The days of a step take a fraction of it. */
const TIMEOUT_MS = 60_000;

type Test = typeof profileBackTests.$inferSelect;
const OPEN = ['waiting', 'running'] as const;

/** Days that failed as often as this in a row end their back-test. */
const ATTEMPTS_MAX = 3;

/** What a step came to: no back-test waits, it looked at its days, or they failed and are looked at again; and how many consignments it looked at. */
export type BackTestStep = { readonly came: 'none' | 'looked' | 'failed'; readonly looked: number };

/**
 * Looks at the next days, at most so many, of the back-test that waits longest, those first that never failed. The days and the place to
 * go on from are one transaction: a worker that is killed leaves either all of them or none.
 */
export async function backTestDays(actor: Actor, daysMax: number, at = new Date()): Promise<BackTestStep> {
  authorise(actor, 'profile.back_test');
  let taken: Test | undefined;
  try {
    return await inTransaction(
      async (tx) => {
        taken = await nextTest(tx);
        if (!taken) return { came: 'none', looked: 0 };
        return { came: 'looked', looked: await goOn(tx, actor, taken, daysMax, at) };
      },
      { statementTimeoutMs: TIMEOUT_MS },
    );
  } catch (error) {
    if (!taken) throw error;
    await noteFailure(actor, taken, error, at);
    return { came: 'failed', looked: 0 };
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

/** Gives how many consignments were looked at; none where this was its end. */
async function goOn(tx: Tx, actor: Actor, test: Test, daysMax: number, at: Date): Promise<number> {
  const meets = await conditionsOf(tx, test);
  if (typeof meets === 'string') return end(tx, actor, test, { state: 'failed', problem: meets }, at);
  const fromOn = await nextDay(tx, test);
  if (fromOn === null) return end(tx, actor, test, { state: 'done', problem: null }, at);
  const last = addDays(fromOn, daysMax - 1);
  const toOn = last < test.toOn ? last : test.toOn;
  const found = await daysOf(tx, { officeIds: test.officeIds, fromOn, toOn }, meets);
  if (found.length > 0)
    await tx.insert(profileBackTestDays).values(found.map((day) => ({ backTestId: test.id, ...day })));
  await tx
    .update(profileBackTests)
    .set({ state: 'running', nextOn: addDays(toOn, 1), attempts: 0 })
    .where(eq(profileBackTests.id, test.id));
  return found.reduce((sum, { looked }) => sum + looked, 0);
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
    sql`select min(${profileFacts.receivedOn})::text as day from ${profileFacts}
      where ${profileFacts.receivedOn} between ${nextOn} and ${toOn}`,
  );
  return rows[0]?.day ?? null;
}

type Looked = Pick<BackTestDay, 'day' | 'looked' | 'allFindings'>;
type Met = Pick<BackTestDay, 'day' | 'hits' | 'examined' | 'findings'> & { readonly charges: string };
const NONE_MET = { hits: 0, examined: 0, findings: 0, charges: '0' } as const;

/** The days of a span that brought consignments to the offices of the back-test. */
async function daysOf(tx: Tx, tried: TriedOn, meets: SQL): Promise<BackTestDay[]> {
  const outcome = clearances.examinationOutcome;
  // What is met is counted first: what arrives or is found in between is then in the whole, and no part exceeds it.
  const { rows: met } = await tx.execute<Met>(sql`
    select day::text, count(*)::int as hits,
      count(*) filter (where outcome in ('conform', 'finding'))::int as examined,
      count(*) filter (where outcome = 'finding')::int as findings,
      coalesce(sum(case when outcome = 'finding' then ${foundCharges(sql`seen.id`)} end), 0)::text as charges
    from (
      select ${profileFacts.consignmentId} as id, ${profileFacts.receivedOn} as day, ${outcome} as outcome
      ${metFacts(tried, meets)}
    ) seen
    group by day`);
  const { rows: looked } = await tx.execute<Looked>(sql`
    select ${clearances.receivedOn}::text as day, count(*)::int as looked,
      count(*) filter (where ${outcome} = 'finding')::int as "allFindings"
    ${heldAgainst(tried)}
    group by ${clearances.receivedOn} order by ${clearances.receivedOn}`);
  const byDay = new Map(met.map(({ day, ...counts }) => [day, counts]));
  return looked.map((day) => {
    const { charges, ...counts } = byDay.get(day.day) ?? NONE_MET;
    return { ...day, ...counts, chargesMinor: BigInt(charges) };
  });
}

async function end(
  tx: Tx,
  actor: Actor,
  { id, profileId, version, toOn }: Test,
  ended: Pick<Test, 'state' | 'problem'>,
  at: Date,
): Promise<0> {
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
  return 0;
}
