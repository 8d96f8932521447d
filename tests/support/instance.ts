import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '@/db/engine/cluster';
import { childEnv } from '@/db/env';

/** A first start may build the application and makes the demo; on a machine that is busy with other things it takes many times as long. */
const READY_MS_MAX = 1_200_000;
const STOP_MS_MAX = 30_000;

export type Instance = {
  readonly baseUrl: string;
  readonly dataDir: string;
  readonly port: number;
  /** The launcher; the web server and the database are processes of their own. */
  readonly pid: number;
  /** Whether the launcher has ended, by itself or by force. */
  hasEnded(): boolean;
  /** What it has said so far. */
  log(): string;
  /** Ends it as Ctrl-C does, and gives the errors of its log. */
  stop(): Promise<readonly string[]>;
};

export type InstanceWish = {
  /** Folder of the throw-away data; the caller makes and removes it. */
  readonly folder: string;
  readonly demoConsignments: number;
  /** Settings beside those of a throw-away instance. */
  readonly settings?: Readonly<Record<string, string>>;
  /** The port of an earlier start, so that clients find it again; a free one otherwise. */
  readonly port?: number;
};

const ended = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null;

async function stopChild(child: ChildProcess): Promise<void> {
  child.kill('SIGTERM');
  const deadline = performance.now() + STOP_MS_MAX;
  while (!ended(child) && performance.now() < deadline) await sleep(50);
  if (!ended(child)) child.kill('SIGKILL');
}

/** Starts the application as people do, on a data folder and a port of its own, and waits until it serves. */
export async function startInstance(wish: InstanceWish, signal: AbortSignal): Promise<Instance> {
  const port = wish.port ?? (await freePort());
  const baseUrl = `http://localhost:${port}`;
  const dataDir = join(wish.folder, 'data');
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
      LUXOR_DEMO_CONSIGNMENTS: String(wish.demoConsignments),
      LUXOR_ENV: 'development',
      LUXOR_HOST: '127.0.0.1',
      DATABASE_URL: '',
      NEXTAUTH_SECRET: '',
      OIDC_ISSUER: '',
      OIDC_CLIENT_ID: '',
      OIDC_CLIENT_SECRET: '',
      ...wish.settings,
      npm_lifecycle_event: undefined,
    }),
  });
  const log: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => log.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => log.push(chunk));
  const text = () => Buffer.concat(log).toString('utf8');
  const closed = new Promise((resolve) => child.once('close', resolve));
  const fail = async (sentence: string): Promise<never> => {
    await stopChild(child);
    // Why it ended is said last, and may still be on its way when the end is known.
    await Promise.race([closed, sleep(2_000)]);
    throw new Error(`${sentence}\n${text()}`);
  };
  const deadline = performance.now() + READY_MS_MAX;
  for (;;) {
    if (signal.aborted) return fail('Stopped.');
    if (ended(child) || child.pid === undefined) return fail('The application ended before it served.');
    if (performance.now() > deadline) return fail('The application was not ready in time.');
    const mostMs = AbortSignal.any([AbortSignal.timeout(10_000), signal]);
    const answer = await fetch(`${baseUrl}/api/health/ready`, { signal: mostMs }).catch(() => null);
    await answer?.body?.cancel();
    if (answer?.ok) break;
    await sleep(200);
  }
  const stop = async () => {
    await stopChild(child);
    return text()
      .split('\n')
      .filter((line) => line.includes('"level":"error"'));
  };
  return { baseUrl, dataDir, port, pid: child.pid, hasEnded: () => ended(child), log: text, stop };
}
