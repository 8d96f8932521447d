import { createHash } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import { gzipSync } from 'node:zlib';
import type { MadeModel } from '@/db/commands/model/finish-training';
import { makeCandidate } from '@/lib/risk/model/candidate';
import { CONSIGNMENT_PLAN } from '@/lib/risk/model/consignment-plan';
import type { resultsWanting } from '@/lib/risk/model/ladder';
import type { TrainingPhase } from '@/lib/risk/model/life-cycle';
import type { Objective } from '@/lib/risk/model/objective';
import { writeArtefact } from '@/lib/risk/model/stored-model';
import { TrainingSet } from '@/lib/risk/model/training-set';
import { closeConnections, db, setDefaultPurpose } from '../connection';
import { setDatabaseUrl } from '../env';
import { trainingDay, trainingDays } from '../queries/model/training-days';

// Runs in a thread of its own: trees keep a processor busy for seconds to minutes, and jobs beside it must not wait.

/** What the thread is told at its start. */
export type TrainingTask = {
  readonly databaseUrl: string;
  readonly objective: Objective;
  readonly seed: number;
  /** ISO instant: results recorded later are not read. */
  readonly until: string;
};
/** What it tells: how far it is, and at the end one of the two outcomes. */
export type TrainingMessage =
  | { readonly kind: 'progress'; readonly phase: TrainingPhase; readonly done: number; readonly total: number }
  | { readonly kind: 'too_few'; readonly wanting: ReturnType<typeof resultsWanting> }
  | ({ readonly kind: 'made' } & Omit<MadeModel, 'artefact'> & { readonly artefact: Uint8Array });

const tell = (message: TrainingMessage) => parentPort?.postMessage(message);

async function train({ databaseUrl, objective, seed, until }: TrainingTask): Promise<void> {
  setDatabaseUrl(databaseUrl);
  setDefaultPurpose('jobs');
  const set = new TrainingSet(CONSIGNMENT_PLAN);
  const at = new Date(until);
  const { days, oneIn } = await trainingDays(db(), at);
  for (const [index, day] of days.entries()) {
    const rows = await trainingDay(db(), day, oneIn, at);
    set.addDay(day, rows);
    tell({ kind: 'progress', phase: 'reading', done: index + 1, total: days.length });
  }
  const outcome = makeCandidate(set, { objective, seed }, (done, total) =>
    tell({ kind: 'progress', phase: 'fitting', done, total }),
  );
  if (!outcome.isEnough) {
    tell({ kind: 'too_few', wanting: outcome.wanting });
    return;
  }
  const json = writeArtefact(outcome.artefact);
  tell({
    kind: 'made',
    card: outcome.card,
    artefact: gzipSync(json),
    artefactBytes: Buffer.byteLength(json),
    artefactSha256: createHash('sha256').update(json).digest('hex'),
  });
}

try {
  await train(workerData as TrainingTask);
} finally {
  await closeConnections();
}
