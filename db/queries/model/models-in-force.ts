import 'server-only';
import { gunzipSync } from 'node:zlib';
import { asc, eq, inArray } from 'drizzle-orm';
import type { Executor } from '@/db/connection';
import { modelStandings, modelVersions } from '@/db/schema';
import { ConsignmentScorer } from '@/lib/risk/model/consignment-scorer';
import { readArtefact } from '@/lib/risk/model/stored-model';

/** Versions ready to score in one process: in force, in shadow, and those a page asks about. */
const READY_MAX = 6;

export type ModelInForce = {
  readonly version: number;
  readonly mode: 'active' | 'shadow';
  readonly scorer: ConsignmentScorer;
};

/** What was read last, by what told it apart. */
let known: { readonly stamp: string; readonly found: readonly ModelInForce[] } | null = null;
/** By the hash of the model, which is the same for the same model only. */
const ready = new Map<string, ConsignmentScorer>();

/**
 * The models that score what is assessed now: the one in force first, then the one in shadow. One small question tells whether they are
 * still those that were read last, so that a step acts on the next consignment, in every process. Takes no actor: it decides nothing.
 */
export async function modelsInForce(from: Executor): Promise<readonly ModelInForce[]> {
  const standings = await from
    .select({ version: modelStandings.version, state: modelStandings.state, sha256: modelVersions.artefactSha256 })
    .from(modelStandings)
    .innerJoin(modelVersions, eq(modelVersions.version, modelStandings.version))
    .where(inArray(modelStandings.state, ['active', 'shadow']))
    .orderBy(asc(modelStandings.state));
  const stamp = standings.map((one) => `${one.version} ${one.state} ${one.sha256}`).join('\n');
  if (known?.stamp === stamp) return known.found;
  const found: ModelInForce[] = [];
  for (const { version, state } of standings) {
    const scorer = await scorerOf(from, version);
    if (scorer && (state === 'active' || state === 'shadow')) found.push({ version, mode: state, scorer });
  }
  known = { stamp, found };
  return found;
}

/** A version ready to score; null for an unknown one. Versions never change, so each is read once. */
export async function scorerOf(from: Executor, version: number): Promise<ConsignmentScorer | null> {
  const ofVersion = eq(modelVersions.version, version);
  const [named] = await from.select({ sha256: modelVersions.artefactSha256 }).from(modelVersions).where(ofVersion);
  if (!named) return null;
  const present = ready.get(named.sha256);
  if (present) return present;
  const [stored] = await from.select({ artefact: modelVersions.artefact }).from(modelVersions).where(ofVersion);
  if (!stored) return null;
  const scorer = new ConsignmentScorer(readArtefact(gunzipSync(stored.artefact).toString('utf8')));
  if (ready.size >= READY_MAX) ready.clear();
  ready.set(named.sha256, scorer);
  return scorer;
}
