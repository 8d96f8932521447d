import 'server-only';
import { and, asc, eq } from 'drizzle-orm';
import { db } from '@/db/connection';
import { withinScope } from '@/db/queries/clearance/scope';
import { assessments, clearances, consignments, modelScores, modelVersions, profileFacts } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { consignmentRow } from '@/lib/risk/model/consignment-row';
import type { TracedReason } from '@/lib/risk/model/consignment-scorer';
import type { ModelKind } from '@/lib/risk/model/learner';
import { scorerOf } from './models-in-force';

/** What a version said of a consignment, and why; told again from what was kept. */
export type ChanceView = {
  readonly modelVersion: number;
  readonly kind: ModelKind;
  readonly mode: 'active' | 'shadow';
  readonly chance: number;
  readonly criticalChance: number | null;
  readonly rank: number;
  /** Log-odds; base and reasons sum to the score. */
  readonly base: number;
  readonly logOdds: number;
  readonly reasons: readonly TracedReason[];
  /** Of the amounts that reasons name. */
  readonly currency: string;
};

/**
 * What the models said of the version in force of a consignment of one's own offices: of that in force to everybody who may read
 * it, of that in shadow to those who may read models.
 */
export async function chancesOfConsignment(
  actor: Actor,
  consignmentId: string,
  mode: 'active' | 'shadow',
): Promise<ChanceView[]> {
  authorise(actor, 'consignment.read');
  if (mode === 'shadow') authorise(actor, 'model.read');
  const rows = await db()
    .select({
      score: modelScores,
      kind: modelVersions.kind,
      facts: profileFacts,
      currency: assessments.currency,
    })
    .from(modelScores)
    .innerJoin(
      consignments,
      and(
        eq(consignments.consignmentId, modelScores.consignmentId),
        eq(consignments.receivedOn, modelScores.receivedOn),
        eq(consignments.version, modelScores.version),
      ),
    )
    .innerJoin(
      clearances,
      and(eq(clearances.consignmentId, modelScores.consignmentId), eq(clearances.receivedOn, modelScores.receivedOn)),
    )
    .innerJoin(
      profileFacts,
      and(
        eq(profileFacts.consignmentId, modelScores.consignmentId),
        eq(profileFacts.receivedOn, modelScores.receivedOn),
        eq(profileFacts.version, modelScores.version),
      ),
    )
    .innerJoin(
      assessments,
      and(
        eq(assessments.consignmentId, modelScores.consignmentId),
        eq(assessments.receivedOn, modelScores.receivedOn),
        eq(assessments.version, modelScores.version),
      ),
    )
    .innerJoin(modelVersions, eq(modelVersions.version, modelScores.modelVersion))
    .where(and(eq(modelScores.consignmentId, consignmentId), eq(modelScores.mode, mode), withinScope(actor)))
    .orderBy(asc(modelScores.modelVersion));
  const views: ChanceView[] = [];
  for (const { score, kind, facts, currency } of rows) {
    const scorer = await scorerOf(db(), score.modelVersion);
    if (!scorer) continue;
    const { base, logOdds, contributions } = scorer.explain(consignmentRow(facts, facts.receivedOn));
    const { modelVersion, chance, criticalChance, rank } = score;
    views.push({
      modelVersion,
      kind,
      mode,
      chance,
      criticalChance,
      rank,
      base,
      logOdds,
      reasons: contributions,
      currency,
    });
  }
  return views;
}
