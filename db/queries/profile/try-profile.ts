import 'server-only';
import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { clearances, consignments, profileFacts, profileHits, profiles } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { addDays, dayOf } from '@/lib/kernel/dates';
import type { Problem } from '@/lib/kernel/problem';
import { readTree } from '@/lib/profile/read-tree';
import { namedLists } from './named-lists';
import { whereProfile } from './where-profile';

/** How far back a trial looks. */
export const TRIAL_DAYS = 30;
const SAMPLES = 10;

export type ProfileTrial = {
  /** Consignments of the last days, those that met the conditions, and of these the examined ones and the findings. */
  readonly looked: number;
  readonly hits: number;
  readonly examined: number;
  readonly findings: number;
  /** Findings among all. */
  readonly allFindings: number;
  /** Profiles in force or in shadow that met the same consignments, the most common first. */
  readonly overlaps: readonly { readonly number: number; readonly hits: number }[];
  /** The latest hits. */
  readonly samples: readonly {
    readonly consignmentId: string;
    readonly reference: string;
    readonly headline: string;
    readonly laneEffective: (typeof clearances.$inferSelect)['laneEffective'];
    readonly examinationOutcome: (typeof clearances.$inferSelect)['examinationOutcome'];
  }[];
};

/**
 * What conditions would have met in the last thirty days, in the reader's offices, by the facts as they were when each consignment was
 * assessed. Conditions that cannot be read are answered with their problems and place.
 */
export async function tryProfile(
  actor: Actor,
  tree: unknown,
  at = new Date(),
): Promise<{ readonly trial: ProfileTrial } | { readonly problems: readonly Problem[] }> {
  authorise(actor, 'profile.read');
  authorise(actor, 'consignment.read');
  const read = readTree(tree, await namedLists(db(), at));
  if ('problems' in read) return { problems: read.problems };
  const since = addDays(dayOf(at), 1 - TRIAL_DAYS);
  const meets = whereProfile(read.group);
  const [counts, overlaps, samples] = await Promise.all([
    countHits(actor, meets, since),
    overlapsOf(actor, meets, since),
    samplesOf(actor, meets, since),
  ]);
  return { trial: { ...counts, overlaps, samples } };
}

/** Facts of the version in force of each consignment of the reader's offices. */
const joined = (actor: Actor, since: string) => ({
  current: and(
    eq(consignments.consignmentId, profileFacts.consignmentId),
    eq(consignments.receivedOn, profileFacts.receivedOn),
    eq(consignments.version, profileFacts.version),
  ),
  standing: and(
    eq(clearances.consignmentId, profileFacts.consignmentId),
    eq(clearances.receivedOn, profileFacts.receivedOn),
  ),
  within: and(sql`${profileFacts.receivedOn} >= ${since}`, inArray(clearances.officeId, [...actor.officeIds])),
});

async function countHits(actor: Actor, meets: SQL, since: string) {
  const { current, standing, within } = joined(actor, since);
  const outcome = clearances.examinationOutcome;
  const [row] = await db()
    .select({
      looked: sql<number>`count(*)::int`,
      hits: sql<number>`count(*) filter (where ${meets})::int`,
      examined: sql<number>`count(*) filter (where ${meets} and ${outcome} in ('conform', 'finding'))::int`,
      findings: sql<number>`count(*) filter (where ${meets} and ${outcome} = 'finding')::int`,
      allFindings: sql<number>`count(*) filter (where ${outcome} = 'finding')::int`,
    })
    .from(profileFacts)
    .innerJoin(consignments, current)
    .innerJoin(clearances, standing)
    .where(within);
  return row ?? { looked: 0, hits: 0, examined: 0, findings: 0, allFindings: 0 };
}

function overlapsOf(actor: Actor, meets: SQL, since: string) {
  const { current, standing, within } = joined(actor, since);
  const hits = sql<number>`count(distinct ${profileFacts.consignmentId})::int`;
  return db()
    .select({ number: profiles.number, hits })
    .from(profileFacts)
    .innerJoin(consignments, current)
    .innerJoin(clearances, standing)
    .innerJoin(
      profileHits,
      and(
        eq(profileHits.consignmentId, profileFacts.consignmentId),
        eq(profileHits.receivedOn, profileFacts.receivedOn),
        eq(profileHits.consignmentVersion, profileFacts.version),
      ),
    )
    .innerJoin(profiles, eq(profiles.id, profileHits.profileId))
    .where(and(within, meets))
    .groupBy(profiles.number)
    .orderBy(sql`2 desc`)
    .limit(SAMPLES);
}

function samplesOf(actor: Actor, meets: SQL, since: string) {
  const { current, standing, within } = joined(actor, since);
  return db()
    .select({
      consignmentId: clearances.consignmentId,
      reference: clearances.reference,
      headline: clearances.headline,
      laneEffective: clearances.laneEffective,
      examinationOutcome: clearances.examinationOutcome,
    })
    .from(profileFacts)
    .innerJoin(consignments, current)
    .innerJoin(clearances, standing)
    .where(and(within, meets))
    .orderBy(sql`${profileFacts.assessedAt} desc`)
    .limit(SAMPLES);
}
