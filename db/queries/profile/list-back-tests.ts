import 'server-only';
import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { profileBackTestDays, profileBackTests } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { daysBetween } from '@/lib/kernel/dates';
import { type BackTestDay, type BackTestSums, backTestSums } from '@/lib/profile/back-test';

const MOST = 10;

export type BackTestView = Pick<
  typeof profileBackTests.$inferSelect,
  'id' | 'version' | 'tree' | 'state' | 'fromOn' | 'toOn' | 'lists' | 'problem' | 'askedByName' | 'askedAt' | 'endedAt'
> & {
  /** Share of the days looked at, from 0 to 1. */
  readonly progress: number;
  readonly sums: BackTestSums;
  /** Oldest first; days on which nothing came are absent. */
  readonly days: readonly BackTestDay[];
};

/** The back-tests of a profile, the latest first; those that were made on offices the reader does not see are left out. */
export async function listBackTests(actor: Actor, profileId: string): Promise<BackTestView[]> {
  authorise(actor, 'profile.read');
  const tests = await db()
    .select()
    .from(profileBackTests)
    .where(
      and(
        eq(profileBackTests.profileId, profileId),
        sql`${profileBackTests.officeIds} <@ ${sql.param([...actor.officeIds])}::text[]`,
      ),
    )
    .orderBy(desc(profileBackTests.askedAt), desc(profileBackTests.id))
    .limit(MOST);
  if (tests.length === 0) return [];
  const days = await db()
    .select()
    .from(profileBackTestDays)
    .where(
      inArray(
        profileBackTestDays.backTestId,
        tests.map(({ id }) => id),
      ),
    )
    .orderBy(asc(profileBackTestDays.day));
  return tests.map((test) => {
    const { id, version, tree, state, fromOn, toOn, nextOn, lists, problem, askedByName, askedAt, endedAt } = test;
    const own = days.filter(({ backTestId }) => backTestId === id);
    const all = daysBetween(fromOn, toOn) + 1;
    const progress = Math.min(1, daysBetween(fromOn, nextOn) / all);
    const sums = backTestSums(own);
    return {
      id,
      version,
      tree,
      state,
      fromOn,
      toOn,
      lists,
      problem,
      askedByName,
      askedAt,
      endedAt,
      progress,
      sums,
      days: own,
    };
  });
}
