import 'server-only';
import { gunzipSync } from 'node:zlib';
import { asc, eq, inArray } from 'drizzle-orm';
import type { Executor } from '@/db/connection';
import { modelStandings, modelVersions } from '@/db/schema';
import { ConsignmentScorer } from '@/lib/risk/model/consignment-scorer';
import { readArtefact } from '@/lib/risk/model/stored-model';

/** How long a process may go on with what it read; a change acts everywhere within this time. */
const FRESH_MS = 10_000;
/** Versions ready to score in one process: in force, in shadow, and those a page asks about. */
const READY_MAX = 6;

export type ModelInForce = {
  readonly version: number;
  readonly mode: 'active' | 'shadow';
  readonly scorer: ConsignmentScorer;
};

let known: { readonly askedAt: number; readonly found: Promise<readonly ModelInForce[]> } | null = null;
/** By the hash of the model, which is the same for the same model only. */
const ready = new Map<string, ConsignmentScorer>();

/** Lets this process see at once what it has just decided. */
export function forgetModels(): void {
  known = null;
}

/** The models that score what is assessed now: the one in force first, then the one in shadow. Takes no actor: it decides nothing. */
export function modelsInForce(from: Executor): Promise<readonly ModelInForce[]> {
  if (known && performance.now() - known.askedAt < FRESH_MS) return known.found;
  const found = load(from);
  known = { askedAt: performance.now(), found };
  found.catch(forgetModels);
  return found;
}

async function load(from: Executor): Promise<readonly ModelInForce[]> {
  const standings = await from
    .select({ version: modelStandings.version, state: modelStandings.state })
    .from(modelStandings)
    .where(inArray(modelStandings.state, ['active', 'shadow']))
    .orderBy(asc(modelStandings.state));
  const models: ModelInForce[] = [];
  for (const { version, state } of standings) {
    const scorer = await scorerOf(from, version);
    if (scorer && (state === 'active' || state === 'shadow')) models.push({ version, mode: state, scorer });
  }
  return models;
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
