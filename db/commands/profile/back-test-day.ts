import 'server-only';
import { and, asc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { writeAudit } from '@/db/audit';
import type { Tx } from '@/db/connection';
import { currentFacts } from '@/db/queries/profile/current-facts';
import { namedLists } from '@/db/queries/profile/named-lists';
import { whereProfile } from '@/db/queries/profile/where-profile';
import {
  clearances,
  examinations,
  profileBackTestDays,
  profileBackTests,
  profileFacts,
  profileVersions,
} from '@/db/schema';
import { isTimedOut } from '@/db/sql-state';
import { inTransaction } from '@/db/transaction';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { addDays } from '@/lib/kernel/dates';
import type { BackTestDay } from '@/lib/profile/back-test';
import { listsIn, readTree } from '@/lib/profile/read-tree';

/** A day of the busiest office takes a fraction of it. */
const TIMEOUT_MS = 60_000;
/** A day that fails as often never will be done. */
const ATTEMPTS_MOST = 3;

type Test = typeof profileBackTests.$inferSelect;

/**
 * Looks at the next day of the back-test that waits longest; one whose day took too long waits behind the others, and fails with
 * `too_slow` when it did so again and again. The day and the place to go on from are one transaction: a worker that is killed leaves
 * either all of the day or none of it. Gives false where no back-test waits.
 */
export async function backTestDay(actor: Actor, at = new Date(), timeoutMs = TIMEOUT_MS): Promise<boolean> {
  authorise(actor, 'profile.back_test');
  const begun: { test?: Test } = {};
  try {
    return await dayOfNext(actor, at, timeoutMs, begun);
  } catch (error) {
    if (!begun.test || !isTimedOut(error)) throw error;
    await noteAttempt(actor, begun.test, at);
    return true;
  }
}

function dayOfNext(actor: Actor, at: Date, timeoutMs: number, begun: { test?: Test }): Promise<boolean> {
  return inTransaction(
    async (tx) => {
      const [test] = await tx
        .select()
        .from(profileBackTests)
        .where(inArray(profileBackTests.state, ['waiting', 'running']))
        .orderBy(asc(profileBackTests.attempts), asc(profileBackTests.askedAt), asc(profileBackTests.id))
        .limit(1)
        .for('update', { skipLocked: true });
      if (!test) return false;
      begun.test = test;
      const meets = await conditionsOf(tx, test);
      if (typeof meets === 'string') {
        await end(tx, actor, test, { state: 'failed', problem: meets }, at);
        return true;
      }
      const day = await nextDay(tx, test);
      if (day === null) {
        await end(tx, actor, test, { state: 'done', problem: null }, at);
        return true;
      }
      const found = await lookAt(tx, test, day, meets);
      await tx.insert(profileBackTestDays).values({ backTestId: test.id, ...found });
      await tx
        .update(profileBackTests)
        .set({ state: 'running', nextOn: addDays(day, 1), attempts: 0 })
        .where(eq(profileBackTests.id, test.id));
      return true;
    },
    { statementTimeoutMs: timeoutMs },
  );
}

/** In a transaction of its own: that of the day was taken back. */
async function noteAttempt(actor: Actor, { id }: Test, at: Date): Promise<void> {
  await inTransaction(async (tx) => {
    const [tried] = await tx
      .update(profileBackTests)
      .set({ attempts: sql`${profileBackTests.attempts} + 1` })
      .where(and(eq(profileBackTests.id, id), inArray(profileBackTests.state, ['waiting', 'running'])))
      .returning();
    if (tried && tried.attempts >= ATTEMPTS_MOST) {
      await end(tx, actor, tried, { state: 'failed', problem: 'too_slow' }, at);
    }
  });
}

/** The conditions with the lists as they were when it was asked; else the code of what stands against it. */
async function conditionsOf(tx: Tx, test: Test): Promise<SQL | string> {
  const ofVersion = and(eq(profileVersions.profileId, test.profileId), eq(profileVersions.version, test.version));
  const [version] = await tx.select({ content: profileVersions.content }).from(profileVersions).where(ofVersion);
  const read = readTree(version?.content.tree, await namedLists(tx, test.askedAt, test.lists));
  if ('problems' in read) return read.problems[0]?.code ?? 'tree_shape';
  return listsIn(read.group).join('\n') === test.lists.join('\n') ? whereProfile(read.group) : 'list_changed';
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
      coalesce(sum((select sum(e.extra_charges_minor) from ${examinations} e
        where e.consignment_id = seen.id and seen.met and seen.outcome = 'finding')), 0)::text as charges
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
      details: { backTestId: id, version, after: { state: ended.state } },
    },
    at,
  );
}
