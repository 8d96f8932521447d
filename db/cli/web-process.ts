import { type ChildProcess, spawn } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive, type ProcessRef, startOf } from '../engine/process-identity';
import { childEnv } from '../env';
import { logLine, messageOf } from '../log';
import { NEXT_BINARY } from './build-if-needed';

const READY_MS_MAX = 120_000;
/** A server that ends unasked is started again, unless it ended so soon after its start several times in a row. */
const SETTLED_MS = 10_000;
const SOON_ENDS_MAX = 3;
export const GRACE_MS = 20_000;
/** A killed server counts as gone when its first thread is; the others hold the port a moment longer. */
const PORT_MS_MAX = 5_000;

export type WebOptions = {
  mode: 'start' | 'dev';
  host: string;
  port: number;
  /** Remembers the server, for the next launcher should this one be killed. */
  refFile: string;
  env: Readonly<Record<string, string>>;
};

export type WebProcess = {
  /** Resolves with a sentence when the server cannot be kept running. */
  ended: Promise<string>;
  /** Ends the server: it finishes the requests at work, for at most `graceMs`. */
  stop(graceMs: number): Promise<void>;
};

async function isPortFree(host: string, port: number): Promise<boolean> {
  const server = createServer();
  const free = await new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, host, () => resolve(true));
  });
  if (free) await new Promise((resolve) => server.close(resolve));
  return free;
}

/** Ends a server whose launcher was killed, then makes sure that the port is free. */
export async function claimPort({ host, port, refFile }: Pick<WebOptions, 'host' | 'port' | 'refFile'>): Promise<void> {
  const left = await readFile(refFile, 'utf8').then(
    (text): ProcessRef => JSON.parse(text),
    () => undefined,
  );
  if (left && isAlive(left)) {
    process.kill(-left.pid, 'SIGKILL');
    while (isAlive(left)) await sleep(20);
  }
  await rm(refFile, { force: true });
  const deadline = performance.now() + (left ? PORT_MS_MAX : 0);
  while (!(await isPortFree(host, port))) {
    if (performance.now() < deadline) {
      await sleep(50);
      continue;
    }
    throw new Error(`Port ${port} is in use by another program. Set PORT to a free one.`);
  }
}

function signalGroup(child: ChildProcess, name: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, name);
  } catch {
    // The group is gone.
  }
}

/** Asks until the server answers that it is ready. False if it ends before. */
async function isReadyInTime(url: string, hasEnded: () => boolean, signal: AbortSignal): Promise<boolean> {
  const deadline = performance.now() + READY_MS_MAX;
  while (performance.now() < deadline) {
    signal.throwIfAborted();
    if (hasEnded()) return false;
    const answer = await fetch(url, { signal: AbortSignal.timeout(10_000) }).catch(() => undefined);
    await answer?.body?.cancel();
    if (answer?.ok) return true;
    await sleep(100);
  }
  throw new Error(`The web server was not ready after ${READY_MS_MAX / 1000} seconds.`);
}

/** Starts the web server and waits until it is ready to serve. Later it is started again when it ends unasked. */
export async function startWeb(options: WebOptions, signal: AbortSignal): Promise<WebProcess> {
  const address = options.host === '0.0.0.0' || options.host === '::' ? '127.0.0.1' : options.host;
  const readyUrl = `http://${address.includes(':') ? `[${address}]` : address}:${options.port}/api/health/ready`;
  let stopping = false;
  let isServing = false;
  let soonEnds = 0;
  let child: ChildProcess;
  let giveUp: (reason: string) => void = () => undefined;
  const ended = new Promise<string>((resolve) => {
    giveUp = resolve;
  });

  const launch = async (): Promise<void> => {
    const startedAt = performance.now();
    const words = [NEXT_BINARY, options.mode, '-p', String(options.port), '-H', options.host];
    // In a session of its own: Ctrl-C must reach the launcher only, which then stops things in order.
    child = spawn(process.execPath, words, {
      stdio: ['ignore', 'inherit', 'inherit'],
      detached: true,
      env: childEnv(options.env),
    });
    child.once('exit', (code, killedBy) => {
      if (stopping) return;
      logLine('error', 'web.ended', { code: code ?? undefined, signal: killedBy ?? undefined });
      soonEnds = performance.now() - startedAt < SETTLED_MS ? soonEnds + 1 : 0;
      if (isServing && soonEnds < SOON_ENDS_MAX) launch().catch((error: unknown) => giveUp(messageOf(error)));
      else giveUp('The web server ended by itself; the lines above tell why.');
    });
    child.once('error', (error) => giveUp(`The web server could not be started: ${error.message}`));
    if (child.pid === undefined) return;
    await writeFile(options.refFile, JSON.stringify({ pid: child.pid, startedAt: startOf(child.pid) ?? '' }));
  };

  const stop = async (graceMs: number): Promise<void> => {
    stopping = true;
    const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
    signalGroup(child, 'SIGTERM');
    const deadline = performance.now() + graceMs;
    while (!hasEnded() && performance.now() < deadline) await sleep(20);
    signalGroup(child, 'SIGKILL');
    while (!hasEnded()) await sleep(20);
    await rm(options.refFile, { force: true });
  };

  await launch();
  let failed: string | undefined;
  void ended.then((reason) => {
    failed = reason;
  });
  try {
    if (!(await isReadyInTime(readyUrl, () => failed !== undefined, signal))) throw new Error(failed);
  } catch (error) {
    await stop(0);
    throw error;
  }
  isServing = true;
  return { ended, stop };
}
