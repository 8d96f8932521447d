import { setMaxListeners } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fillQueue, QUEUE_OFFICE, signedInOfficers } from './claims/queue';
import { checkAfter, Found, lookAtTotals, lookOnce } from './load/check';
import { type Course, faultsUnderLoad } from './load/course';
import { type Imported, Importing, LAST_IMPORT_MS_MAX } from './load/imports';
import { leftOpen } from './load/left-open';
import { type Shift, UnderLoad } from './load/officers';
import { outcomeOf } from './load/outcome';
import { type Party, untilEnded } from './load/party';
import { kindsNamed, type PlannedFault, planFaults, told } from './load/plan';
import { ReadyProbe } from './load/recovery';
import type { DoneFault } from './load/report';
import { untilSettled } from './load/settled';
import { Site } from './load/site';
import { Ledger } from './shared/ledger';
import { type Outcome, say } from './shared/report';
import { defineRun, type RunPlace } from './shared/run';
import { untilAborted } from './shared/until-aborted';

type Options = { readonly minutes: number; readonly seed: number; readonly officers: number; readonly kinds: string };

const FIRST_OPEN = 800;
const LOOK_EVERY_MS = 4_000;

export const load = defineRun({
  name: 'load',
  promise:
    'Officers and imports at work while web server, worker, launcher and PostgreSQL are killed and paused, connections break, disks fill, clocks jump and pools run dry lose nothing and double nothing.',
  options: { minutes: 5, seed: 1, officers: 12, kinds: '' },
  run,
});

async function run(options: Options, { folder, signal }: RunPlace): Promise<Outcome> {
  const kinds = kindsNamed(options.kinds);
  const plan = planFaults(options.minutes, options.seed, kinds);
  console.log(['The plan of this seed:', ...plan.map(told)].join('\n'));
  const site = await Site.make(join(folder, 'load'), signal);
  try {
    say('starting an installation; its first start builds the application and makes a demo');
    // What is under way when the run is to stop loses what it works on in the sweep.
    return await untilAborted(
      site.start().then(() => underLoad(options, plan, site, signal)),
      signal,
    );
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
  const shift = emptyShift(site.baseUrl);
  const imported = nothingImported();
  const stop = new AbortController();
  /** Ends at once what has not ended by itself. */
  const leave = new AbortController();
  const leaving = AbortSignal.any([signal, leave.signal]);
  // Everybody listens; Node takes more than ten for a leak.
  setMaxListeners(2 * options.officers + 10, leaving);
  const ledger = new Ledger(site.databaseDir);
  const found = new Found();
  const probe = new ReadyProbe(site.baseUrl, stop.signal);
  const failed = new AbortController();
  /** One that gives up ends the faults; what was done until then is checked and told all the same. */
  const gaveUp = (who: string) => (error: unknown) => {
    if (leaving.aborted) return;
    shift.differences.push(`${who} gave up: ${error instanceof Error ? error.message : String(error)}`);
    failed.abort();
  };
  const partner = new Importing(site, options.seed, imported, () => countOpen(ledger), leaving);
  const looks = looking({ site, ledger, found, imported }, stop.signal).catch(gaveUp('who looks at the invariants'));
  const parties: readonly Party[] = [
    ...officers.map((officer, index) => {
      const name = `officer ${index + 1}`;
      return new UnderLoad(officer, shift, leaving).asParty(name, stop.signal, gaveUp(name));
    }),
    partner.asParty('the partner that imports', stop.signal, gaveUp('the partner that imports')),
    { name: 'who looks at the invariants', work: looks, doing: () => 'asks the database' },
    { name: 'who asks whether it is ready', work: probe.done(), doing: () => 'asks the web server' },
  ];
  const startedAt = performance.now();
  const done: DoneFault[] = [];
  const course = { plan, site, startedAt, minutes: options.minutes, signal: AbortSignal.any([signal, failed.signal]) };
  await untilOver(course, { probe, shift, imported }, done, stop);
  signal.throwIfAborted();
  say('the load ends: officers and imports finish what they have begun');
  const late = await untilEnded(parties, LAST_IMPORT_MS_MAX);
  leave.abort();
  const loadSeconds = (performance.now() - startedAt) / 1_000;
  const still = late.length > 0 ? null : await untilSettled(ledger, () => site.checkAlive());
  const open = [...late, ...(still === null ? [] : [still])];
  if (open.length > 0 || failed.signal.aborted) open.push(...(await leftOpen(ledger)));
  await ledger.close();
  say('checking everything that was told and sent');
  const ended = { known: shift.known, officerIds: officers.map(({ id }) => id), imported };
  const checked = await checkAfter(site, ended, found).catch((error: Error) => [`not checked: ${error.message}`]);
  const differences = [...shift.differences, ...open, ...imported.differences, ...checked];
  const unrecovered = done.filter(({ recovery }) => recovery.all === null);
  const undone = plan.filter(({ kind }) => !done.some(({ fault }) => fault.kind === kind)).map(({ kind }) => kind);
  differences.push(
    ...found.differences(),
    ...unrecovered.map(({ fault }) => `it never recovered from ${told(fault)}`),
    ...[...new Set(undone)].map((kind) => `${kind} was planned and never done`),
  );
  return outcomeOf({ options, plan, begunAt, loadSeconds, site }, { shift, imported, done, found, differences });
}

/** Goes through the faults, and tells all who work to stop, however that ends. What breaks the installation for good is a difference too. */
async function untilOver(
  course: Course,
  seen: { readonly probe: ReadyProbe; readonly shift: Shift; readonly imported: Imported },
  done: DoneFault[],
  stop: AbortController,
): Promise<void> {
  try {
    await faultsUnderLoad(course, seen, done);
  } catch (error) {
    if (course.signal.aborted) return;
    seen.shift.differences.push(`the faults ended early: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    stop.abort();
  }
}

const emptyShift = (baseUrl: string): Shift => ({
  ...{ baseUrl, known: [], proposals: [], refusals: new Map(), answered: [], lost: 0, differences: [] },
});

const nothingImported = (): Imported => ({
  ...{ files: [], submissionIds: [], differences: [], progressed: [], records: 0, sends: 0, doubtful: FIRST_OPEN },
});

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
