import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { closeConnections, setDefaultPurpose } from '@/db/connection';
import { acquireEngine } from '@/db/engine/engine';
import { setDatabaseUrl } from '@/db/env';
import { startInstance } from '@/tests/support/instance';
import { measureBackTestJob } from './back-test';
import { measureIntake } from './intake';
import { measureModel } from './model';
import { multiplyLedger } from './multiply';
import { measurePages } from './pages';
import { measureBackTest, measureProfiles } from './profiles';
import { type Figure, printReport } from './report';
import { measureSimulation, SIMULATION_QUESTIONS } from './simulation';

const USAGE =
  'Usage: npm run bench -- [--intake 100000] [--sizes 100000,1000000] [--requests 100] [--demo 5000] [--seed 1] [--only simulation] [--json]';

function whole(name: string, text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1)
    throw new RangeError(`--${name} takes whole numbers above 0, not ${text}.\n${USAGE}`);
  return value;
}

function wishes() {
  const { values } = parseArgs({
    options: {
      intake: { type: 'string', default: '100000' },
      sizes: { type: 'string', default: '100000,1000000' },
      requests: { type: 'string', default: '100' },
      demo: { type: 'string', default: '5000' },
      seed: { type: 'string', default: '1' },
      only: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  if (values.only !== undefined && values.only !== 'simulation') {
    throw new RangeError(`--only takes simulation, not ${values.only}.\n${USAGE}`);
  }
  return {
    isSimulationOnly: values.only === 'simulation',
    intake: whole('intake', values.intake),
    sizes: values.sizes.split(',').map((size) => whole('sizes', size)),
    requests: whole('requests', values.requests),
    demo: whole('demo', values.demo),
    seed: whole('seed', values.seed),
    json: values.json,
  };
}

const say = (line: string) => console.log(`${new Date().toISOString().slice(11, 19)} ${line}`);

/** The application as people run it, on a throw-away folder: what it takes in a second, and what its pages take as it fills. */
async function bench(folder: string, signal: AbortSignal): Promise<void> {
  const wish = wishes();
  say(`starting with a demo of ${wish.demo} consignments`);
  const instance = await startInstance({ folder, demoConsignments: wish.demo }, signal);
  setDefaultPurpose('jobs');
  const engine = await acquireEngine(instance.dataDir);
  setDatabaseUrl(engine.url);
  const figures: Figure[] = [];
  try {
    for (const size of wish.sizes) {
      say(`filling up to ${size} consignments`);
      await multiplyLedger(engine.url, size);
      if (wish.isSimulationOnly) {
        say('simulating another law, other slots, other lanes');
        figures.push(...(await measureSimulation(instance, String(size), SIMULATION_QUESTIONS)));
        continue;
      }
      figures.push(...(await measureBackTest(String(size))), ...(await measureBackTestJob(String(size))));
      say('simulating another law');
      figures.push(...(await measureSimulation(instance, String(size))));
      say('asking for pages');
      figures.push(...(await measurePages(instance, engine.url, { requests: wish.requests, label: String(size) })));
    }
    if (!wish.isSimulationOnly) {
      say('running profiles');
      figures.push(...(await measureProfiles()));
      say('training and scoring by a model');
      figures.push(...measureModel(wish.seed));
      say(`sending ${wish.intake} consignments`);
      const sent = { consignments: wish.intake, seed: wish.seed, label: 'csv' };
      figures.push(...(await measureIntake(instance, engine.url, sent)));
    }
  } finally {
    await closeConnections();
    await engine.release();
    // The check of the statistics may have looked at a day while it was being filled.
    const errors = (await instance.stop()).filter((line) => !line.includes('"statistics.difference"'));
    if (errors.length > 0) console.error(errors.slice(0, 20).join('\n'));
  }
  printReport(figures, wish.json);
}

const stopping = new AbortController();
for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, () => stopping.abort());
const folder = await mkdtemp(join(tmpdir(), 'luxor-bench-'));
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
