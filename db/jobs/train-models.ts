import { Worker } from 'node:worker_threads';
import {
  type ClaimedTraining,
  claimTraining,
  failTraining,
  noteProgress,
  type Progress,
  putBackTraining,
} from '@/db/commands/model/claim-training';
import { endTooFew, finishTraining } from '@/db/commands/model/finish-training';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';
import { ATTEMPTS_MAX } from '@/lib/risk/model/life-cycle';
import { env } from '../env';
import { logLine, messageOf } from '../log';
import type { TrainingMessage, TrainingTask } from './training-thread';

/** How often progress is written down, and with it asked whether the training is still wanted. */
const NOTE_EVERY_MS = 1_000;

/** A thread does not take over how its process reads TypeScript: it is told anew, however the process was started. */
const BOOT = `import('tsx/esm/api').then(({ register }) => {
  register();
  return import(${JSON.stringify(new URL('./training-thread.ts', import.meta.url).href)});
});`;

/** Nobody waits for the outcome any more: the training was cancelled, or the worker is asked to stop. */
class LetGo extends Error {}

/**
 * Does the training that waits, or goes again over the one whose worker ended in the midst: the same results and seed make the same
 * model. When the signal is aborted the training goes back to wait, to be taken up at the next start. `now` dates what is written,
 * `note` takes what came of it.
 */
export async function trainModels(
  signal: AbortSignal,
  now: () => Date = () => new Date(),
  note: typeof logLine = logLine,
): Promise<void> {
  const run = await claimTraining(SYSTEM_ACTOR, now());
  if (!run) return;
  const outcome = await outcomeOf(run, signal, now, note);
  if (!outcome) return;
  if (outcome.kind === 'too_few') {
    await endTooFew(SYSTEM_ACTOR, run, outcome.wanting, now());
    note('info', 'model.too-few', { ...outcome.wanting });
    return;
  }
  const artefact = Buffer.from(outcome.artefact);
  const version = await finishTraining(SYSTEM_ACTOR, run, { ...outcome, artefact }, now());
  if (version !== null) note('info', 'model.trained', { version, kind: outcome.card.kind });
}

/**
 * What the thread made; null where it failed, or nobody waits for it. A fault leaves the training to be begun again, as a kill does: a
 * database that was restarted is none of its own. One that comes back with every attempt ends it.
 */
async function outcomeOf(
  run: ClaimedTraining,
  signal: AbortSignal,
  now: () => Date,
  note: typeof logLine,
): Promise<Outcome | null> {
  try {
    return await inThread(run, signal);
  } catch (error) {
    if (signal.aborted) await putBackTraining(SYSTEM_ACTOR, run);
    else if (!(error instanceof LetGo)) {
      note('error', 'model.failed', { attempt: run.attempts, message: messageOf(error) });
      if (run.attempts >= ATTEMPTS_MAX) await failTraining(SYSTEM_ACTOR, run, now());
    }
    return null;
  }
}

type Outcome = Exclude<TrainingMessage, { kind: 'progress' }>;

/** Runs the training in a thread and gives what it made. @throws LetGo, or the error of the thread */
async function inThread(run: ClaimedTraining, signal: AbortSignal): Promise<Outcome> {
  const task: TrainingTask = {
    databaseUrl: env().databaseUrl ?? '',
    objective: run.objective,
    seed: run.seed,
    until: run.requestedAt.toISOString(),
  };
  const thread = new Worker(BOOT, { eval: true, workerData: task, execArgv: ['--conditions=react-server'] });
  let last: Progress | null = null;
  let noting: NodeJS.Timeout | undefined;
  let letGo: (() => void) | undefined;
  try {
    return await new Promise<Outcome>((resolve, reject) => {
      const end = () => reject(new LetGo());
      letGo = end;
      signal.addEventListener('abort', end);
      if (signal.aborted) end();
      noting = setInterval(() => {
        const progress = last ?? { phase: 'reading', done: 0, total: 0 };
        // A note that cannot be written is no fault of the training: the next one asks again.
        noteProgress(SYSTEM_ACTOR, run, progress).then(
          (isOurs) => isOurs || end(),
          () => undefined,
        );
      }, NOTE_EVERY_MS);
      thread.on('message', (message: TrainingMessage) => {
        if (message.kind === 'progress') last = { phase: message.phase, done: message.done, total: message.total };
        else resolve(message);
      });
      thread.on('error', reject);
      thread.on('exit', (code) => reject(new Error(`the thread of the training ended with ${code}`)));
    });
  } finally {
    clearInterval(noting);
    if (letGo) signal.removeEventListener('abort', letGo);
    await thread.terminate();
  }
}
