import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { machine, percentile } from '@/tests/bench/report';
import { fillQueue, QUEUE_OFFICE, signedInOfficers } from './claims/queue';
import { checkAfter, Found, lookAtTotals, lookOnce } from './load/check';
import { INJECT } from './load/faults/all';
import { type Imported, Importing } from './load/imports';
import { type Shift, UnderLoad } from './load/officers';
import { CALM_SECONDS, type PlannedFault, planFaults, told } from './load/plan';
import { ReadyProbe, untilRecovered } from './load/recovery';
import { type DoneFault, recoveryByKind, written } from './load/report';
import { untilSettled } from './load/settled';
import { Site } from './load/site';
import { Ledger } from './shared/ledger';
import { type Outcome, say, table } from './shared/report';
import { defineRun, type RunPlace } from './shared/run';

type Options = { readonly minutes: number; readonly seed: number; readonly officers: number };

const FIRST_OPEN = 800;
const LOOK_EVERY_MS = 4_000;
const REPORTS = join('.data', 'faults');

export const load = defineRun({
  name: 'load',
  promise:
    'Officers and imports at work while web server, worker, launcher and PostgreSQL are killed and paused, connections break, disks fill, clocks jump and pools run dry lose nothing and double nothing.',
  options: { minutes: 5, seed: 1, officers: 12 },
  run,
});

async function run(options: Options, { folder, signal }: RunPlace): Promise<Outcome> {
  const plan = planFaults(options.minutes, options.seed);
  console.log(['The plan of this seed:', ...plan.map(told)].join('\n'));
  const site = await Site.make(join(folder, 'load'), signal);
  try {
    say('starting an installation; its first start builds the application and makes a demo');
    await site.start();
    return await underLoad(options, plan, site, signal);
  } finally {
    await site.sweep();
  }
}

async function underLoad(
  options: Options,
  plan: readonly PlannedFault[],
  site: Site,
  signal: AbortSignal,
): Promise<Outcome> {
  const begunAt = new Date().toISOString();
  say(`sending ${FIRST_OPEN} doubtful consignments to ${QUEUE_OFFICE}`);
  await fillQueue(site, site.databaseUrl, FIRST_OPEN);
  say(`signing ${options.officers} officers in`);
  const officers = await signedInOfficers(site, site.databaseUrl, options);
  const shift: Shift = {
    baseUrl: site.baseUrl,
    known: [],
    proposals: [],
    refusals: new Map(),
    answered: [],
    lost: 0,
    differences: [],
  };
  const imported: Imported = {
    files: [],
    submissionIds: [],
    differences: [],
    progressed: [],
    records: 0,
    sends: 0,
    doubtful: FIRST_OPEN,
  };
  const stop = new AbortController();
  const ledger = new Ledger(site.databaseDir);
  const found = new Found();
  const probe = new ReadyProbe(site.baseUrl, stop.signal);
  const importing = new Importing(site, options.seed, imported, () => countOpen(ledger));
  const failed = new AbortController();
  /** One that gives up ends the faults; what was done until then is checked and told all the same. */
  const gaveUp = (who: string) => (error: unknown) => {
    shift.differences.push(`${who} gave up: ${error instanceof Error ? error.message : String(error)}`);
    failed.abort();
  };
  const working = Promise.all([
    ...officers.map((officer) => new UnderLoad(officer, shift).work(stop.signal).catch(gaveUp('an officer'))),
    importing.work(stop.signal).catch(gaveUp('the partner that imports')),
    looking({ site, ledger, found, imported }, stop.signal).catch(gaveUp('who looks at the invariants')),
    probe.done(),
  ]);
  const startedAt = performance.now();
  const done: DoneFault[] = [];
  const course = { plan, site, startedAt, minutes: options.minutes, signal: AbortSignal.any([signal, failed.signal]) };
  try {
    await faultsUnderLoad(course, { probe, shift, imported }, done);
  } catch (error) {
    if (!failed.signal.aborted) throw error;
  } finally {
    stop.abort();
  }
  say('the load ends: officers and imports finish what they have begun');
  await working;
  const loadSeconds = (performance.now() - startedAt) / 1_000;
  await untilSettled(ledger, () => site.checkAlive());
  await ledger.close();
  say('checking everything that was told and sent');
  const ended = { known: shift.known, officerIds: officers.map(({ id }) => id), imported };
  const differences = [...shift.differences, ...imported.differences, ...(await checkAfter(site, ended, found))];
  const unrecovered = done.filter(({ recovery }) => recovery.all === null);
  differences.push(...found.differences(), ...unrecovered.map(({ fault }) => `it never recovered from ${told(fault)}`));
  return outcomeOf({ options, plan, begunAt, loadSeconds, site }, { shift, imported, done, found, differences });
}

type Looked = { readonly site: Site; readonly ledger: Ledger; readonly found: Found; readonly imported: Imported };

async function looking({ site, ledger, found, imported }: Looked, stop: AbortSignal): Promise<void> {
  let next = 0;
  while (!stop.aborted) {
    await lookOnce(ledger, found);
    next = await lookAtTotals(site, imported, next, found);
    await sleep(LOOK_EVERY_MS);
  }
}

async function countOpen(ledger: Ledger): Promise<number | null> {
  const rows = await ledger.tryAsk<{ n: number }>(
    `select count(*)::int as n from clearance.clearances where office_id = $1 and status = 'selected' and claimed_by is null`,
    [QUEUE_OFFICE],
  );
  return rows?.[0]?.n ?? null;
}

type Course = {
  readonly plan: readonly PlannedFault[];
  readonly site: Site;
  readonly startedAt: number;
  readonly minutes: number;
  readonly signal: AbortSignal;
};
type Seen = { readonly probe: ReadyProbe; readonly shift: Shift; readonly imported: Imported };

/** Does the faults of a plan one after the other, each once the one before has healed, until the time is over. */
async function faultsUnderLoad(course: Course, seen: Seen, done: DoneFault[]): Promise<void> {
  const { plan, site, startedAt, minutes, signal } = course;
  const elapsed = () => (performance.now() - startedAt) / 1_000;
  for (const fault of plan) {
    if (elapsed() > minutes * 60 - CALM_SECONDS) break;
    await sleep(Math.max(2_000, fault.atSeconds * 1_000 - elapsed() * 1_000), undefined, { signal });
    const beganSeconds = elapsed();
    const met = await INJECT[fault.kind](site, fault);
    const healedAt = performance.now();
    const lastedSeconds = elapsed() - beganSeconds;
    if (!site.isLauncherExpected) {
      await site.startLauncher();
      site.isLauncherExpected = true;
    }
    const recovery = await untilRecovered(healedAt, seen, () => {
      signal.throwIfAborted();
      site.checkAlive();
    });
    done.push({ fault, beganSeconds, lastedSeconds, met, recovery });
    const { ready, decision, batch } = recovery;
    const after = [ready, decision, batch].map((value) => value?.toFixed(1) ?? 'never').join(' / ');
    say(`${told(fault).trim()}: ${met}; ready / decision / batch after ${after} s`);
  }
  await sleep(CALM_SECONDS * 1_000, undefined, { signal });
}

type About = {
  readonly options: Options;
  readonly plan: readonly PlannedFault[];
  readonly begunAt: string;
  readonly loadSeconds: number;
  readonly site: Site;
};
type Result = {
  readonly shift: Shift;
  readonly imported: Imported;
  readonly done: readonly DoneFault[];
  readonly found: Found;
  readonly differences: readonly string[];
};

async function outcomeOf(about: About, { shift, imported, done, found, differences }: Result): Promise<Outcome> {
  const { options, plan, site } = about;
  const recovered = done.flatMap(({ recovery }) => (recovery.all === null ? [] : [recovery.all]));
  const figures = {
    seed: options.seed,
    minutes: options.minutes,
    officers: options.officers,
    faults: done.length,
    faults_planned: plan.length,
    load_s: Math.round(about.loadSeconds),
    acts_answered: shift.answered.length,
    acts_unknown: shift.known.filter(({ outcome }) => outcome === 'unknown').length,
    answers_lost: shift.lost,
    files_imported: imported.submissionIds.length,
    records_imported: imported.records,
    sends: imported.sends,
    recovery_p50_s: Number(percentile([0, ...recovered].slice(recovered.length > 0 ? 1 : 0), 0.5).toFixed(1)),
    recovery_max_s: Number(Math.max(0, ...recovered).toFixed(1)),
    never_recovered: done.length - recovered.length,
  };
  const report = {
    ...{ seed: options.seed, minutes: options.minutes, machine: machine(), begunAt: about.begunAt, plan, done },
    ...{ looks: Object.fromEntries(found.looks), figures, differences, notes: notesOf(site) },
  };
  await mkdir(REPORTS, { recursive: true });
  const path = join(REPORTS, `load-${about.begunAt.replaceAll(':', '').slice(0, 15)}-seed-${options.seed}`);
  await writeFile(`${path}.md`, written(report));
  await writeFile(
    `${path}.json`,
    `${JSON.stringify({ ...report, refusals: Object.fromEntries(shift.refusals) }, null, 2)}\n`,
  );
  const refused = [...shift.refusals].sort(([, a], [, b]) => b - a).map(([code, times]) => `${times} ${code}`);
  const rows = recoveryByKind(done).map(({ kind, times, middle, worst }) => [
    kind,
    times,
    middle?.toFixed(1) ?? 'never',
    worst?.toFixed(1) ?? 'never',
  ]);
  return {
    differences,
    figures,
    lines: [
      ...table(['fault', 'times', 'recovery middle s', 'worst s'], rows),
      `  refused: ${refused.join(', ') || 'none'}`,
      `  report: ${path}.md and .json`,
    ],
  };
}

const notesOf = (site: Site): string[] => [
  `full disk: ${site.disk.told}`,
  'full write-ahead log: no process of the database may write past the first 8 KiB of a file (RLIMIT_FSIZE), by which it stops as on a full disk',
  'clock: that of launcher, web server and worker is set by a replaced `Date`; timers, the database and the clients keep the machine’s',
  'the database is a server of its own behind a proxy, started again by the code that keeps the embedded one; the run starts the launcher again as a supervisor would',
  'a kill leaves what was written in the memory of the machine, as the end of a process does; the loss of power is not played',
];
