import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { childEnv } from '@/db/env';
import { findChromium } from './chromium';

/** Enough for every page to show something, few enough to be made in seconds. */
const DEMO_CONSIGNMENTS = 400;
/** A first start may build the application and makes the demo. */
const READY_MS_MAX = 480_000;
const STOP_MS_MAX = 30_000;

type Served = { baseUrl: string; demoFile: string; stop: () => Promise<void> };

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No free port was given.');
  return address.port;
}

const ended = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null;

async function stopChild(child: ChildProcess): Promise<void> {
  child.kill('SIGTERM');
  const deadline = performance.now() + STOP_MS_MAX;
  while (!ended(child) && performance.now() < deadline) await sleep(50);
  if (!ended(child)) child.kill('SIGKILL');
}

/** Starts the application as people do, on a data folder and a port of its own, and waits until it serves. */
async function serve(folder: string, signal: AbortSignal): Promise<Served> {
  const port = await freePort();
  const baseUrl = `http://localhost:${port}`;
  const dataDir = join(folder, 'data');
  const words = ['--conditions=react-server', '--import', 'tsx', 'db/cli/start.ts'];
  const child = spawn(process.execPath, words, {
    stdio: ['ignore', 'pipe', 'pipe'],
    // Ctrl-C reaches this process only, which then stops the parts in order.
    detached: true,
    // An empty value counts as absent, and keeps the value of a .env file out.
    env: childEnv({
      PORT: String(port),
      NEXTAUTH_URL: baseUrl,
      LUXOR_DATA_DIR: dataDir,
      LUXOR_DEMO: 'on',
      LUXOR_DEMO_CONSIGNMENTS: String(DEMO_CONSIGNMENTS),
      LUXOR_ENV: 'development',
      LUXOR_HOST: '127.0.0.1',
      DATABASE_URL: '',
      NEXTAUTH_SECRET: '',
      OIDC_ISSUER: '',
      OIDC_CLIENT_ID: '',
      OIDC_CLIENT_SECRET: '',
      npm_lifecycle_event: undefined,
    }),
  });
  const log: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => log.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => log.push(chunk));
  const fail = async (sentence: string): Promise<never> => {
    await stopChild(child);
    throw new Error(`${sentence}\n${Buffer.concat(log).toString('utf8')}`);
  };
  const deadline = performance.now() + READY_MS_MAX;
  for (;;) {
    if (signal.aborted) return fail('Stopped.');
    if (ended(child)) return fail('The application ended before it served.');
    if (performance.now() > deadline) return fail('The application was not ready in time.');
    const answer = await fetch(`${baseUrl}/api/health/ready`, { signal: AbortSignal.timeout(10_000) }).catch(
      () => null,
    );
    await answer?.body?.cancel();
    if (answer?.ok) break;
    await sleep(200);
  }
  const stop = async () => {
    await stopChild(child);
    const text = Buffer.concat(log).toString('utf8');
    const errors = text.split('\n').filter((line) => line.includes('"level":"error"'));
    if (errors.length > 0) console.log(`Errors in the log of the application:\n${errors.slice(0, 20).join('\n')}`);
  };
  return { baseUrl, demoFile: join(dataDir, 'demo.json'), stop };
}

/** A running instance named by E2E_BASE_URL and E2E_DEMO_FILE, for work on the tests themselves. */
function running(): Served | null {
  const { E2E_BASE_URL: baseUrl, E2E_DEMO_FILE: demoFile } = process.env;
  return baseUrl && demoFile ? { baseUrl, demoFile, stop: async () => undefined } : null;
}

async function runTests(served: Served, folder: string, signal: AbortSignal): Promise<number> {
  const words = ['node_modules/@playwright/test/cli.js', 'test', '-c', 'tests/e2e/playwright.config.ts'];
  const child = spawn(process.execPath, [...words, ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: childEnv({
      E2E_BASE_URL: served.baseUrl,
      E2E_DEMO_FILE: served.demoFile,
      E2E_FOLDER: folder,
      E2E_CHROMIUM: await findChromium(),
      FORCE_COLOR: undefined,
    }),
  });
  signal.addEventListener('abort', () => child.kill('SIGTERM'), { once: true });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}

const stopping = new AbortController();
for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, () => stopping.abort());
const folder = await mkdtemp(join(tmpdir(), 'luxor-e2e-'));
// The embedded PostgreSQL may run under another account when root starts it.
await chmod(folder, 0o755);
let code = 1;
try {
  const served = running() ?? (await serve(folder, stopping.signal));
  try {
    code = await runTests(served, folder, stopping.signal);
  } finally {
    await served.stop();
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
} finally {
  await rm(folder, { recursive: true, force: true });
}
process.exit(code);
