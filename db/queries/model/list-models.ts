import 'server-only';
import { desc, eq, getTableColumns } from 'drizzle-orm';
import { db } from '@/db/connection';
import { modelStandings, modelVersions, trainingRuns } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';

type Version = typeof modelVersions.$inferSelect;
export type ModelView = Omit<Version, 'artefact' | 'runId'> & {
  readonly standing: typeof modelStandings.$inferSelect;
};

/** Every version with its card and where it stands, the latest first. */
export async function listModels(actor: Actor): Promise<ModelView[]> {
  authorise(actor, 'model.read');
  const { artefact: _, runId: __, ...told } = getTableColumns(modelVersions);
  const rows = await db()
    .select({ version: told, standing: modelStandings })
    .from(modelVersions)
    .innerJoin(modelStandings, eq(modelStandings.version, modelVersions.version))
    .orderBy(desc(modelVersions.version));
  return rows.map(({ version, standing }) => ({ ...version, standing }));
}

export type TrainingView = typeof trainingRuns.$inferSelect;

/** Trainings, the latest first. */
export async function listTrainings(actor: Actor, limit: number): Promise<TrainingView[]> {
  authorise(actor, 'model.read');
  return db().select().from(trainingRuns).orderBy(desc(trainingRuns.requestedAt), trainingRuns.id).limit(limit);
}
