import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { seededRandom } from '@/lib/kernel/prng';
import { ATTEMPTS_MAX } from '@/lib/risk/model/life-cycle';
import { untilQuiet } from './import/follow';
import { databaseUrlOf } from './shared/ledger';
import { type Outcome, say, table } from './shared/report';
import { defineRun, type RunPlace } from './shared/run';
import { type Target, ThrowAway } from './shared/throw-away';
import { checkTrainings } from './training/check-trainings';
import { hasProgress, isOver, type Seen, TrainingWatch } from './training/follow-training';
import { Manager } from './training/ask-training';
import { placeResults } from './training/place-results';

const DEMO_CONSIGNMENTS = 3_000;
const TRAINING_MS_MAX = 600_000;
/** Each kill ends an attempt, and the last attempt must be left in peace. */
const KILLS_EACH = ATTEMPTS_MAX - 1;
const TARGETS: readonly Target[] = ['worker', 'worker', 'all', 'postgres', 'launcher'];
/** Of the time an unbroken training takes; an attempt on a machine that is less busy ends sooner. */
const LATEST = 0.9;

type Options = { readonly kills: number; readonly seed: number };

export const killTraining = defineRun({
  name: 'kill-training',
  promise:
    'A training whose worker is killed again and again makes the same model as an unbroken one, once, to the last byte.',
  options: { kills: 10, seed: 1 },
  run,
});

type Kill = { readonly target: Target; readonly at: number };
type Killed = Kill & { readonly found: Seen; readonly readySeconds: number };
type Trained = { readonly runId: string; readonly kills: readonly Killed[]; readonly differences: readonly string[] };

async function run(options: Options, { folder, signal }: RunPlace): Promise<Outcome> {
  const place = new ThrowAway(join(folder, 'training'), DEMO_CONSIGNMENTS, signal);
  try {
    say('starting an installation; its first start builds the application and makes a demo');
    await place.start();
    await untilQuiet(place);
    const results = await placeResults(await databaseUrlOf(place.dataDir));
    const manager = await Manager.of(place);
    say(`training on ${results} results unbroken`);
    const startedAt = performance.now();
    const unbroken = await train(place, manager, []);
    const lastsMs = performance.now() - startedAt;
    const trainings: Trained[] = [unbroken];
    for (const kills of planned(options)) {
      say(`training again, to be killed at ${kills.map(({ at }) => `${Math.round(at * 100)} %`).join(' and ')}`);
      trainings.push(await train(place, manager, kills, lastsMs));
    }
    say('training again, killed, and cancelled once it has gone on');
    const cancelled = await cancelOnceItWentOn(place, manager, lastsMs);
    say('training a last time, unbroken');
    trainings.push(await train(place, manager, []));
    await place.stop();
    return await outcomeOf(options, place, { trainings, cancelled, results, lastsMs });
  } finally {
    await place.sweep();
  }
}

/** Kills spread over the time of a training, dealt out so that each training has early and late ones. */
function planned({ kills, seed }: Options): Kill[][] {
  const random = seededRandom(seed);
  const all = Array.from(
    { length: kills },
    (_, index): Kill => ({
      target: TARGETS[index % TARGETS.length] ?? 'worker',
      at: (LATEST * (index + random())) / kills,
    }),
  );
  const trainings = Math.ceil(kills / KILLS_EACH);
  return Array.from({ length: trainings }, (_, first) => all.filter((__, index) => index % trainings === first));
}

/** One training from the asking to its end, killed on the way. */
async function train(place: ThrowAway, manager: Manager, kills: readonly Kill[], lastsMs = 0): Promise<Trained> {
  const runId = await manager.startTraining();
  const watch = new TrainingWatch(place, runId);
  const killed: Killed[] = [];
  try {
    for (const kill of kills) {
      const begun = await watch.untilBegun(killed.at(-1)?.found.startedAt ?? null, TRAINING_MS_MAX);
      if (!isOver(begun)) await sleep(kill.at * lastsMs);
      const found = await watch.until(() => true, TRAINING_MS_MAX);
      if (isOver(found)) break;
      killed.push({ ...kill, found, readySeconds: await killAndReturn(place, kill.target, found) });
    }
    const seen: Seen[] = [];
    const end = await watch.until((now) => seen.push(now) > 0 && isOver(now), TRAINING_MS_MAX);
    const differences = [...watch.differences];
    if (end.state !== 'finished') differences.push(`a training killed ${killed.length} times ended as ${end.state}`);
    if (!seen.some(hasProgress))
      differences.push(`a training killed ${killed.length} times told no progress afterwards`);
    return { runId, kills: killed, differences };
  } finally {
    await watch.close();
  }
}

async function killAndReturn(place: ThrowAway, target: Target, { phase, done, total }: Seen): Promise<number> {
  await place.kill(target);
  const { seconds } = await place.backAgain();
  say(
    `killed ${target} while ${phase ?? 'beginning'}, ${done} of ${total} told; ready again after ${seconds.toFixed(1)} s`,
  );
  return seconds;
}

/** A training that was killed and has gone on is cancelled by the person who asked, and makes nothing. */
async function cancelOnceItWentOn(place: ThrowAway, manager: Manager, lastsMs: number): Promise<Trained> {
  const runId = await manager.startTraining();
  const watch = new TrainingWatch(place, runId);
  const differences: string[] = [];
  try {
    const begun = await watch.untilBegun(null, TRAINING_MS_MAX);
    await sleep(lastsMs / 3);
    await killAndReturn(place, 'worker', begun);
    await watch.untilBegun(begun.startedAt, TRAINING_MS_MAX);
    const told = await watch.until((now) => isOver(now) || hasProgress(now), TRAINING_MS_MAX);
    if (isOver(told)) differences.push('the training was over before it told of progress');
    else await manager.cancelTraining(runId);
    // Time enough for a thread that did not let go to finish what it was at.
    await sleep(2 * lastsMs);
    const end = await watch.until(isOver, TRAINING_MS_MAX);
    if (end.state !== 'cancelled') differences.push(`the cancelled training ended as ${end.state}`);
    return { runId, kills: [], differences: [...differences, ...watch.differences] };
  } finally {
    await watch.close();
  }
}

type Done = {
  readonly trainings: readonly Trained[];
  readonly cancelled: Trained;
  readonly results: number;
  readonly lastsMs: number;
};

async function outcomeOf(options: Options, place: ThrowAway, done: Done): Promise<Outcome> {
  const { trainings, cancelled, results, lastsMs } = done;
  const check = await checkTrainings(
    place.dataDir,
    trainings.map(({ runId }) => runId),
    cancelled.runId,
  );
  const kills = trainings.flatMap((training, index) =>
    training.kills.map((kill) => ({ ...kill, training: index + 1 })),
  );
  const differences = [...trainings, cancelled].flatMap((training) => training.differences).concat(check.differences);
  for (const phase of ['reading', 'fitting'] as const) {
    if (!kills.some(({ found }) => found.phase === phase)) differences.push(`no kill fell while ${phase}`);
  }
  const rows = kills.map(({ training, target, at, found, readySeconds }) => [
    training,
    target,
    `${Math.round(at * 100)} %`,
    found.attempts,
    found.phase ?? 'beginning',
    found.total === 0 ? '' : `${found.done} of ${found.total}`,
    Number(readySeconds.toFixed(1)),
  ]);
  return {
    differences,
    lines: [
      ...table(['training', 'of', 'planned at', 'attempt', 'while', 'told', 'ready after s'], rows),
      `  SHA-256 of every version: ${check.sums.join(', ')}`,
    ],
    figures: {
      seed: options.seed,
      results,
      trainings: trainings.length,
      kills: kills.length,
      kills_too_late: options.kills - kills.length,
      ready_again_max_s: Number(Math.max(0, ...kills.map(({ readySeconds }) => readySeconds)).toFixed(1)),
      unbroken_s: Number((lastsMs / 1_000).toFixed(1)),
      versions: check.versions,
      distinct_versions: check.sums.length,
    },
  };
}
