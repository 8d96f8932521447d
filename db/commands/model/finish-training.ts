import 'server-only';
import { max } from 'drizzle-orm';
import { writeAudit } from '@/db/audit';
import { modelStandings, modelVersions, trainingRuns } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import type { ModelCard } from '@/lib/risk/model/card';
import type { resultsWanting } from '@/lib/risk/model/ladder';
import { type ClaimedTraining, isHeld } from './claim-training';

/** A candidate as it comes out of a training. */
export type MadeModel = {
  readonly card: ModelCard;
  /** Gzipped JSON, its length before, and the SHA-256 of the JSON. */
  readonly artefact: Buffer;
  readonly artefactBytes: number;
  readonly artefactSha256: string;
};

/** Keeps what was trained as the next version, a candidate. Gives its number; null when the training is no longer this worker's. */
export async function finishTraining(
  actor: Actor,
  run: ClaimedTraining,
  { card, artefact, artefactBytes, artefactSha256 }: MadeModel,
  at = new Date(),
): Promise<number | null> {
  authorise(actor, 'model.work');
  return inTransaction(async (tx) => {
    const [last] = await tx.select({ version: max(modelVersions.version) }).from(modelVersions);
    const version = (last?.version ?? 0) + 1;
    const ended = await tx
      .update(trainingRuns)
      .set({ state: 'finished', endedAt: at, modelVersion: version })
      .where(isHeld(run))
      .returning({ id: trainingRuns.id });
    if (ended.length === 0) return null;
    const { kind, objective, trained } = card;
    await tx.insert(modelVersions).values({
      version,
      runId: run.id,
      kind,
      objective,
      trainedBy: run.requestedBy,
      trainedByName: run.requestedByName,
      trainedAt: at,
      firstDay: trained.firstDay,
      lastDay: trained.lastDay,
      results: trained.results,
      findings: trained.findings,
      card,
      artefact,
      artefactBytes,
      artefactSha256,
    });
    const by = { changedBy: actor.id, changedByName: actor.name, changedAt: at };
    await tx.insert(modelStandings).values({ version, state: 'candidate', ...by });
    await writeAudit(
      tx,
      actor,
      {
        action: 'model.trained',
        subjectType: 'model',
        subjectId: String(version),
        officeId: null,
        details: { kind, objective, results: trained.results, findings: trained.findings, sha256: artefactSha256 },
      },
      at,
    );
    return version;
  });
}

/** Ends a training for which there are too few results, with what is wanting. */
export async function endTooFew(
  actor: Actor,
  run: ClaimedTraining,
  wanting: ReturnType<typeof resultsWanting>,
  at = new Date(),
): Promise<void> {
  authorise(actor, 'model.work');
  await inTransaction(async (tx) => {
    const ended = await tx
      .update(trainingRuns)
      .set({ state: 'too_few', endedAt: at, wanting })
      .where(isHeld(run))
      .returning({ id: trainingRuns.id });
    if (ended.length === 0) return;
    await writeAudit(
      tx,
      actor,
      { action: 'model.too_few', subjectType: 'model', subjectId: run.id, officeId: null, details: { ...wanting } },
      at,
    );
  });
}
