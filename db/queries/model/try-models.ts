import 'server-only';
import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { assessments, clearances, modelScores, modelStandings } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { addDays, dayOf } from '@/lib/kernel/dates';
import { type Trial, trialOf } from '@/lib/risk/model/trial';

const DAYS = 90;
/** The newest results of that time, at most. */
const RESULTS_MAX = 20_000;

export type ModelTrial = {
  readonly versions: readonly { readonly version: number; readonly trial: Trial }[];
  /** First day of receipt among the results; null without any. */
  readonly firstDay: string | null;
};

/**
 * How the versions in force and in shadow did on the same results: of consignments that each of them scored when they came in, last
 * ninety days, all offices. With one version alone, on all that it scored.
 */
export async function tryModels(actor: Actor, at = new Date()): Promise<ModelTrial> {
  authorise(actor, 'model.read');
  const watched = await db()
    .select({ version: modelStandings.version })
    .from(modelStandings)
    .where(inArray(modelStandings.state, ['active', 'shadow']))
    .orderBy(modelStandings.version);
  const versions = watched.map(({ version }) => version);
  if (versions.length === 0) return { versions: [], firstDay: null };
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
  return { versions: trials, firstDay: rows.at(-1)?.receivedOn ?? null };
}
