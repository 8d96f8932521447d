import 'server-only';
import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { assessments, clearances, modelScores, modelStandings } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { addDays, dayOf } from '@/lib/kernel/dates';
import { type AreaDifference, areaDifference } from '@/lib/risk/model/paired-area';
import { type Trial, trialOf } from '@/lib/risk/model/trial';

const DAYS = 90;
/** The newest results of that time, at most. */
const RESULTS_MAX = 20_000;

export type ModelTrial = {
  readonly versions: readonly { readonly version: number; readonly trial: Trial }[];
  /** First day of receipt among the results; null without any. */
  readonly firstDay: string | null;
  /** By how much the version in shadow ranks better than the one in force on those results; null without both, or with too few. */
  readonly ahead: (AreaDifference & { readonly shadow: number; readonly active: number }) | null;
};

/**
 * How the versions in force and in shadow did on the same results: of consignments that each of them scored when they came in, last
 * ninety days, all offices. With one version alone, on all that it scored.
 */
export async function tryModels(actor: Actor, at = new Date()): Promise<ModelTrial> {
  authorise(actor, 'model.read');
  const watched = await db()
    .select({ version: modelStandings.version, state: modelStandings.state })
    .from(modelStandings)
    .where(inArray(modelStandings.state, ['active', 'shadow']))
    .orderBy(modelStandings.version);
  const versions = watched.map(({ version }) => version);
  if (versions.length === 0) return { versions: [], firstDay: null, ahead: null };
  const rows = await db()
    .select({
      receivedOn: clearances.receivedOn,
      isFinding: sql<boolean>`${clearances.examinationOutcome} = 'finding'`,
      // By the draw of its first version, which no later one repeats.
      drawnWith: sql<number | null>`case when ${clearances.selectionReason} = 'random' then
        max(${assessments.randomProbability})::float8 end`,
      scores: sql<
        [number, number, number][]
      >`json_agg(json_build_array(${modelScores.modelVersion}, ${modelScores.rank},
        ${modelScores.chance}))`,
    })
    .from(clearances)
    .innerJoin(
      modelScores,
      and(
        eq(modelScores.consignmentId, clearances.consignmentId),
        eq(modelScores.receivedOn, clearances.receivedOn),
        // An amended consignment is judged by what was first said of it.
        eq(modelScores.version, 1),
        inArray(modelScores.modelVersion, versions),
      ),
    )
    .innerJoin(
      assessments,
      and(
        eq(assessments.consignmentId, clearances.consignmentId),
        eq(assessments.receivedOn, clearances.receivedOn),
        eq(assessments.version, 1),
      ),
    )
    .where(
      and(
        sql`${clearances.examinationOutcome} in ('conform', 'finding')`,
        sql`${clearances.receivedOn} >= ${addDays(dayOf(at), -DAYS)}`,
      ),
    )
    .groupBy(clearances.consignmentId, clearances.receivedOn)
    .having(sql`count(*) = ${versions.length}`)
    .orderBy(desc(clearances.receivedOn), clearances.consignmentId)
    .limit(RESULTS_MAX);
  const trials = versions.map((version) => ({
    version,
    trial: trialOf(
      rows.flatMap(({ isFinding, drawnWith, scores }) =>
        scores.filter(([of]) => of === version).map(([, rank, chance]) => ({ rank, chance, isFinding, drawnWith })),
      ),
    ),
  }));
  const ranksOf = (version: number) => rows.map(({ scores }) => scores.find(([of]) => of === version)?.[1] ?? 0);
  const inState = (wanted: string) => watched.find(({ state }) => state === wanted)?.version;
  const [active, shadow] = [inState('active'), inState('shadow')];
  const labels = rows.map(({ isFinding }) => (isFinding ? 1 : 0) as 0 | 1);
  const ahead =
    active === undefined || shadow === undefined ? null : areaDifference(ranksOf(shadow), ranksOf(active), labels);
  return {
    versions: trials,
    firstDay: rows.at(-1)?.receivedOn ?? null,
    ahead: ahead && active !== undefined && shadow !== undefined ? { ...ahead, active, shadow } : null,
  };
}
