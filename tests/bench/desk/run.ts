import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { closeConnections, setDefaultPurpose } from '@/db/connection';
import { acquireEngine } from '@/db/engine/engine';
import { setDatabaseUrl } from '@/db/env';
import { AtWork, type Shift } from '@/tests/faults/claims/officer';
import { asked, signedInOfficers } from '@/tests/faults/claims/queue';
import { type Instance, startInstance } from '@/tests/support/instance';
import { signIn } from '@/tests/support/sign-in';
import { multiplyLedger } from '../multiply';
import { type Figure, percentile, printReport } from '../report';
import { timeOf } from '../time-of';
import { measureKeyPress } from './key-press';

const USAGE =
  'Usage: npm run bench:desk -- [--all 400000] [--open 200000] [--officers 50] [--claims 3000] [--requests 60] [--presses 20] [--json]';
const DEFAULTS = {
  demo: 3000,
  all: 400_000,
  open: 200_000,
  officers: 50,
  claims: 3000,
  requests: 60,
  presses: 20,
  seed: 1,
};
type Wish = typeof DEFAULTS & { readonly json: boolean };

/** The office of the demo's officer, where everything open is put. */
const OFFICE = 'DEFRA';
/** Every third claim ends with a decision: enough of them for a p95. */
const DECIDES = 0.33;

function wishes(): Wish {
  const options = Object.fromEntries(
    Object.entries(DEFAULTS).map(([name, value]) => [name, { type: 'string', default: String(value) }] as const),
  );
  const { values } = parseArgs({ options: { ...options, json: { type: 'boolean', default: false } } });
  const whole = (name: string): number => {
    const value = Number((values as Record<string, unknown>)[name]);
    if (!Number.isInteger(value) || value < 1) throw new RangeError(`--${name} takes whole numbers above 0.\n${USAGE}`);
    return value;
  };
  const numbers = Object.fromEntries(Object.keys(DEFAULTS).map((name) => [name, whole(name)])) as typeof DEFAULTS;
  return { ...numbers, json: values.json === true };
}

const say = (line: string) => console.log(`${new Date().toISOString().slice(11, 19)} ${line}`);

/** The desk as fifty officers have it: queue page, take next and decision while they all work, and what one key press takes. */
async function bench(folder: string, signal: AbortSignal): Promise<void> {
  const wish = wishes();
  say(`starting with a demo of ${wish.demo} consignments`);
  const instance = await startInstance({ folder, demoConsignments: wish.demo }, signal);
  setDefaultPurpose('jobs');
  const engine = await acquireEngine(instance.dataDir);
  setDatabaseUrl(engine.url);
  try {
    say(`filling up to ${wish.all} consignments`);
    await multiplyLedger(engine.url, wish.all);
    say(`filling up to ${wish.open} open ones in ${OFFICE}`);
    await multiplyLedger(engine.url, wish.open, 'free');
    await asked(
      engine.url,
      `update clearance.clearances set office_id = '${OFFICE}' where status = 'selected' and claimed_by is null`,
    );
    await asked(engine.url, 'vacuum analyze clearance.clearances');
    const [counted] = await asked<{ open: number; decided: number; all: number }>(
      engine.url,
      `select count(*)::int as all, (count(*) filter (where status = 'selected' and office_id = '${OFFICE}'))::int as open,
           (count(*) filter (where status not in ('selected', 'examination', 'awaiting_second', 'withdrawn')))::int as decided
         from clearance.clearances`,
    );
    const [open, decided] = [counted?.open ?? 0, counted?.decided ?? 0];
    const note = `${open} open among ${counted?.all ?? 0}`;
    say(`the queue page, ${note}`);
    const figures: Figure[] = [
      { name: 'open_consignments', value: open, note: `open in the queue of ${OFFICE}` },
      { name: 'decided_consignments', value: decided, note: 'decided or released, in all offices' },
      ...(await queuePage(instance, wish.requests, 'alone', note)),
    ];
    say('pressing keys');
    figures.push(...(await measureKeyPress(instance, wish.presses)));
    figures.push(...(await atOnce(instance, engine.url, wish, note, signal)));
    printReport(figures, wish.json);
  } finally {
    await closeConnections();
    await engine.release();
    await instance.stop();
  }
}

async function queuePage(instance: Instance, requests: number, label: string, note: string): Promise<Figure[]> {
  const cookie = await signIn(instance, 'officer1');
  const samples: number[] = [];
  for (let request = -5; request < requests; request += 1) {
    const took = await timeOf(`${instance.baseUrl}/queue`, cookie);
    if (request >= 0) samples.push(took);
  }
  return [
    { name: `queue_${label}_p50_ms`, value: percentile(samples, 0.5), note: `p50, queue page, ${note}` },
    { name: `queue_${label}_p95_ms`, value: percentile(samples, 0.95), note: `p95, queue page, ${note}` },
  ];
}

/** All officers work without a pause, while one more reads the queue. */
async function atOnce(
  instance: Instance,
  databaseUrl: string,
  wish: Wish,
  note: string,
  signal: AbortSignal,
): Promise<Figure[]> {
  say(`signing ${wish.officers} officers in`);
  const officers = await signedInOfficers(instance, databaseUrl, { ...wish, office: OFFICE });
  setDatabaseUrl(databaseUrl);
  const shift: Shift = {
    baseUrl: instance.baseUrl,
    wanted: wish.claims,
    board: [],
    answered: [],
    claimMs: { next: [], one: [] },
    endMs: { giveBack: [], decide: [] },
    decides: DECIDES,
    refusals: new Map(),
    decided: { count: 0 },
  };
  say(`${wish.officers} officers make ${wish.claims} claims`);
  const work = Promise.all(officers.map((officer) => new AtWork(officer, shift).work(signal)));
  const page = await queuePage(instance, wish.requests, 'beside', `beside ${wish.officers} officers at work, ${note}`);
  await work;
  const figure = (name: string, samples: readonly number[], said: string): Figure[] => [
    { name: `${name}_p50_ms`, value: percentile(samples, 0.5), note: `p50, ${said}, ${samples.length} of them` },
    { name: `${name}_p95_ms`, value: percentile(samples, 0.95), note: `p95, ${said}` },
  ];
  return [
    ...page,
    ...figure('take_next', shift.claimMs.next, `take next with ${wish.officers} officers at once`),
    ...figure('decide', shift.endMs.decide, `release with ${wish.officers} officers at once`),
  ];
}

const stopping = new AbortController();
for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, () => stopping.abort());
const folder = await mkdtemp(join(tmpdir(), 'luxor-bench-desk-'));
// The embedded PostgreSQL may run under another account when root starts it.
await chmod(folder, 0o755);
let code = 0;
try {
  await bench(folder, stopping.signal);
} catch (error) {
  console.error(error);
  code = 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
process.exit(code);
