import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { db, type Tx } from '@/db/connection';
import { clearances, profileFacts, profileHits, profiles, profileVersions } from '@/db/schema';
import { isTimedOut } from '@/db/sql-state';
import { inTransaction } from '@/db/transaction';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { addDays, dayOf } from '@/lib/kernel/dates';
import type { Problem } from '@/lib/kernel/problem';
import { checkTree } from '@/lib/profile/check-values';
import { knownCodes } from './known-codes';
import { heldAgainst, metFacts, type TriedOn } from './met-facts';
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
  readonly overlaps: readonly {
    readonly profileId: string;
    readonly number: number;
    readonly title: string;
    readonly hits: number;
  }[];
  /** The latest hits. */
  readonly samples: readonly {
    readonly consignmentId: string;
    readonly reference: string;
    readonly headline: string;
    readonly laneEffective: (typeof clearances.$inferSelect)['laneEffective'];
    readonly examinationOutcome: (typeof clearances.$inferSelect)['examinationOutcome'];
  }[];
};

/** Longest time that a trial may take, so that a person who types waits for an answer and no table for a trial. */
const TIMEOUT_MS = 4_000;

/**
 * What conditions would have met in the last thirty days, in the reader's offices, by the facts as they were when each consignment was
 * assessed. Conditions that cannot be read, or take too long, are answered with their problems and place. The versions of `own`, the
 * profile the conditions belong to, are no overlap.
 */
export async function tryProfile(
  actor: Actor,
  tree: unknown,
  { own = null, at = new Date(), timeoutMs = TIMEOUT_MS }: TrialOptions = {},
): Promise<{ readonly trial: ProfileTrial } | { readonly problems: readonly Problem[] }> {
  authorise(actor, 'profile.read');
  authorise(actor, 'consignment.read');
  const read = checkTree(tree, await namedLists(db(), at), await knownCodes(db(), at));
  if ('problems' in read) return { problems: read.problems };
  const since = addDays(dayOf(at), 1 - TRIAL_DAYS);
  try {
    const trial = await inTransaction((tx) => look(tx, actor, { meets: whereProfile(read.group), since, own }), {
      statementTimeoutMs: timeoutMs,
    });
    return { trial };
  } catch (error) {
    if (!isTimedOut(error)) throw error;
    return { problems: [{ code: 'too_slow', severity: 'error', pointer: '', params: { seconds: timeoutMs / 1_000 } }] };
  }
}

type TrialOptions = { readonly own?: string | null; readonly at?: Date; readonly timeoutMs?: number };

/** One pass over the facts: what met them is kept aside for the profiles and samples beside the counts. */
async function look(
  tx: Tx,
  actor: Actor,
  { meets, since, own }: { readonly meets: SQL; readonly since: string; readonly own: string | null },
): Promise<ProfileTrial> {
  const tried: TriedOn = { officeIds: actor.officeIds, fromOn: since, toOn: null };
  const outcome = clearances.examinationOutcome;
  const { rows } = await tx.execute<{ trial: ProfileTrial }>(sql`
    with seen as materialized (
      select ${profileFacts.consignmentId} as id, ${profileFacts.receivedOn} as day, ${profileFacts.version} as version,
        ${profileFacts.assessedAt} as at, ${outcome} as outcome
      ${metFacts(tried, meets)}
    ), looked as (
      select count(*) as all, count(*) filter (where ${outcome} = 'finding') as findings ${heldAgainst(tried)}
    )
    select json_build_object(
      'looked', looked.all,
      'hits', (select count(*) from seen),
      'examined', (select count(*) from seen where outcome in ('conform', 'finding')),
      'findings', (select count(*) from seen where outcome = 'finding'),
      'allFindings', looked.findings,
      'overlaps', (
        select coalesce(json_agg(o), '[]') from (
          select p.id as "profileId", p.number, count(distinct s.id)::int as hits,
              (select v.content ->> 'title' from ${profileVersions} v
                where v.profile_id = p.id order by v.version desc limit 1) as title
            from seen s
            join ${profileHits} h on h.consignment_id = s.id and h.received_on = s.day and h.consignment_version = s.version
            join ${profiles} p on p.id = h.profile_id
           where h.profile_id is distinct from ${own}::uuid
           group by p.id, p.number order by hits desc, p.number limit ${SAMPLES}
        ) o
      ),
      'samples', (
        select coalesce(json_agg(x order by x.at desc, x."consignmentId"), '[]') from (
          select s.at, c.consignment_id as "consignmentId", c.reference, c.headline,
            c.lane_effective as "laneEffective", c.examination_outcome as "examinationOutcome"
            from (select * from seen order by at desc, id limit ${SAMPLES}) s
            join ${clearances} c on c.consignment_id = s.id and c.received_on = s.day
        ) x
      )
    ) as trial
    from looked`);
  const trial = rows[0]?.trial;
  if (!trial) throw new Error('a count without a row');
  return trial;
}
