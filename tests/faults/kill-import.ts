import { join } from 'node:path';
import { acquireEngine, type Engine } from '@/db/engine/engine';
import { type BrokenRun, runBroken } from './import/broken-run';
import { checkAgainstFile } from './import/check-file';
import { checkRun, compareRuns, type Side } from './import/compare';
import type { Moments } from './import/conserved';
import { Follower, isOver, untilQuiet } from './import/follow';
import { type ImportFiles, importFiles } from './import/import-file';
import { planKills } from './import/kill-plan';
import { partnerKey, sendFile } from './import/send';
import { type Outcome, say, table } from './shared/report';
import { defineRun, type RunPlace } from './shared/run';
import { ThrowAway } from './shared/throw-away';

/** Enough for reference values to be learned and for files to meet a ledger that is not empty. */
const DEMO_CONSIGNMENTS = 1_500;
/** Time a whole send takes at least, so that it can be killed on the way. */
const SEND_MS = 6_000;
/** Half an hour, or what 140 rows a second take: a fifth of the rate on a machine of two cores that does nothing else. */
const importMsMax = (rows: number) => Math.max(1_800_000, rows * 7);

type Options = { readonly rows: number; readonly kills: number; readonly seed: number };

export const killImport = defineRun({
  name: 'kill-import',
  promise: 'An import whose installation is killed again and again ends as the same import unbroken, row by row.',
  options: { rows: 100_000, kills: 10, seed: 1 },
  run,
});

type Unbroken = {
  readonly submissionId: string;
  readonly stagingMs: number;
  readonly seconds: number;
  readonly moments: Moments;
};

async function run(options: Options, { folder, signal }: RunPlace): Promise<Outcome> {
  say(`writing a file of ${options.rows} rows`);
  const mostMs = importMsMax(options.rows);
  const files = importFiles(options.rows, options.seed, new Date());
  const first = new ThrowAway(join(folder, 'first'), DEMO_CONSIGNMENTS, signal);
  const places = [first];
  try {
    say('starting an installation; its first start builds the application and makes a demo');
    await first.start();
    await importUnbroken(first, files.earlier, 'earlier', mostMs);
    await untilQuiet(first);
    await first.stop();
    // The same content for both: what is random about assessment is drawn from the database's own seed.
    const second = await first.copyTo(join(folder, 'second'));
    places.push(second);

    say('importing the file unbroken');
    await first.start();
    const unbroken = await importUnbroken(first, files.main, 'main', mostMs);
    await untilQuiet(first);
    await first.stop();

    say(`importing it again, with ${options.kills} kills`);
    await second.start();
    const startedAt = performance.now();
    const broken = await runBroken(second, {
      body: files.main,
      idempotencyKey: 'main',
      lastsMs: SEND_MS,
      plan: planKills(options.kills, options.seed),
      stagingMs: unbroken.stagingMs,
      mostMs,
    });
    const seconds = (performance.now() - startedAt) / 1000;
    await untilQuiet(second);
    await second.stop();
    return await compared(options, files, { first, second, unbroken, broken, seconds });
  } finally {
    for (const place of places) await place.sweep();
  }
}

async function importUnbroken(place: ThrowAway, body: Buffer, key: string, mostMs: number): Promise<Unbroken> {
  const startedAt = performance.now();
  const answer = await sendFile(place.baseUrl, partnerKey(place.dataDir), body, {
    idempotencyKey: key,
    lastsMs: key === 'main' ? SEND_MS : 0,
  });
  if (answer.kind !== 'taken') throw new Error(`The file was not taken: ${JSON.stringify(answer)}`);
  const follower = new Follower(place, answer.submissionId);
  try {
    await follower.until(({ status }) => status !== 'stored', mostMs);
    const stagingFrom = performance.now();
    await follower.until(({ status }) => status !== 'staging', mostMs);
    const stagingMs = performance.now() - stagingFrom;
    await follower.until(isOver, mostMs);
    const seconds = (performance.now() - startedAt) / 1000;
    return { submissionId: answer.submissionId, stagingMs, seconds, moments: follower.moments };
  } finally {
    await follower.close();
  }
}

type Done = {
  readonly first: ThrowAway;
  readonly second: ThrowAway;
  readonly unbroken: Unbroken;
  readonly broken: BrokenRun;
  readonly seconds: number;
};

async function compared(options: Options, files: ImportFiles, done: Done): Promise<Outcome> {
  say('comparing both databases with each other and with the file');
  const engines: Engine[] = [];
  try {
    for (const { dataDir } of [done.first, done.second]) engines.push(await acquireEngine(dataDir));
    const sideOf = (name: string, engine: Engine | undefined, submissionId: string): Side => ({
      name,
      databaseUrl: engine?.url ?? '',
      submissionId,
    });
    const unbroken = sideOf('unbroken', engines[0], done.unbroken.submissionId);
    const broken = sideOf('broken', engines[1], done.broken.submissionId);
    const runs = await compareRuns(unbroken, broken);
    const file = await checkAgainstFile(broken, files);
    const differences = [
      ...done.unbroken.moments.differences('unbroken'),
      ...done.broken.moments.differences('broken'),
      ...done.broken.differences,
      ...(await checkRun(unbroken)),
      ...(await checkRun(broken)),
      ...runs.differences,
      ...file.differences,
    ];
    return {
      differences,
      lines: linesOf(done.broken),
      figures: figuresOf(options, files, done, runs.rows, file.records),
    };
  } finally {
    for (const engine of engines) await engine.release();
  }
}

function linesOf({ kills, sends }: BrokenRun): string[] {
  const header = ['kill', 'of', 'planned in', 'at', 'found it', 'records done', 'ready after s', 'brought back by'];
  const rows = kills.map((kill, index) => [
    index + 1,
    kill.target,
    kill.phase,
    `${Math.round(kill.at * 100)} %`,
    kill.status,
    kill.processed,
    Number(kill.readySeconds.toFixed(1)),
    kill.isStarted ? 'a new start' : 'the launcher',
  ]);
  return [
    ...table(header, rows),
    `  ${sends} sends under one key until one was answered`,
    '  left out of the comparison: instants of writing, random ids of rows, and how long release took',
  ];
}

function figuresOf(options: Options, files: ImportFiles, done: Done, rows: number, records: number) {
  const moments = [done.unbroken.moments, done.broken.moments];
  const ready = done.broken.kills.map(({ readySeconds }) => readySeconds);
  return {
    seed: options.seed,
    rows_sent: files.rows,
    records_sent: records,
    bytes_sent: files.main.length,
    kills: done.broken.kills.length,
    sends: done.broken.sends,
    ready_again_max_s: Number(Math.max(0, ...ready).toFixed(1)),
    unbroken_s: Number(done.unbroken.seconds.toFixed(1)),
    broken_s: Number(done.seconds.toFixed(1)),
    moments_sampled: moments.reduce((sum, { sampled }) => sum + sampled, 0),
    moments_out_of_balance: moments.reduce((sum, { disagreed }) => sum + disagreed, 0),
    database_rows_compared: rows,
  };
}
