import { randomUUID } from 'node:crypto';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { START_TOKEN_HEADER, START_TOKEN_KEY } from '../env';
import { DRAIN_SIGNAL } from '../readiness';
import { NEXT_BINARY } from './build-if-needed';
import { endLeft, type KeptProcess, keepProcess } from './kept-process';

const READY_MS_MAX = 120_000;
export const GRACE_MS = 20_000;
/** A killed server counts as gone when its first thread is; the others hold the port a moment longer. */
const PORT_MS_MAX = 5_000;

export type WebOptions = {
  mode: 'start' | 'dev';
  host: string;
  port: number;
  /** Remembers the server, for the next launcher should this one be killed. */
  refFile: string;
  /** How long it says that it is not ready before it is stopped, so that a proxy sends people elsewhere. */
  drainMs: number;
  env: Readonly<Record<string, string>>;
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
  const wasLeft = await endLeft(refFile);
  const deadline = performance.now() + (wasLeft ? PORT_MS_MAX : 0);
  while (!(await isPortFree(host, port))) {
    if (performance.now() < deadline) {
      await sleep(50);
      continue;
    }
    throw new Error(`Port ${port} is in use by another program. Set PORT to a free one.`);
  }
}

/**
 * Asks until the server that was started with the token answers that it is ready. False if it ends before. The answer of another program,
 * which took the port meanwhile, is none.
 */
export async function isReadyInTime(
  url: string,
  token: string,
  hasEnded: () => boolean,
  signal: AbortSignal,
): Promise<boolean> {
  const deadline = performance.now() + READY_MS_MAX;
  while (performance.now() < deadline) {
    signal.throwIfAborted();
    if (hasEnded()) return false;
    const answer = await fetch(url, { signal: AbortSignal.timeout(10_000) }).catch(() => undefined);
    await answer?.body?.cancel();
    if (answer?.ok && answer.headers.get(START_TOKEN_HEADER) === token) return true;
    await sleep(100);
  }
  throw new Error(`The web server was not ready after ${READY_MS_MAX / 1000} seconds.`);
}

/** Starts the web server and waits until it is ready to serve. Later it is started again when it ends unasked. */
export async function startWeb(options: WebOptions, signal: AbortSignal): Promise<KeptProcess> {
  const address = options.host === '0.0.0.0' || options.host === '::' ? '127.0.0.1' : options.host;
  const readyUrl = `http://${address.includes(':') ? `[${address}]` : address}:${options.port}/api/health/ready`;
  const token = randomUUID();
  const web = await keepProcess({
    name: 'web',
    words: [NEXT_BINARY, options.mode, '-p', String(options.port), '-H', options.host],
    env: { ...options.env, [START_TOKEN_KEY]: token },
    refFile: options.refFile,
    gaveUp: 'The web server ended by itself; the lines above tell why.',
  });
  let failed: string | undefined;
  void web.ended.then((reason) => {
    failed = reason;
  });
  try {
    if (!(await isReadyInTime(readyUrl, token, () => failed !== undefined, signal))) throw new Error(failed);
  } catch (error) {
    await web.stop(() => 0);
    throw error;
  }
  web.keep();
  return {
    ...web,
    stop: async (graceMs) => {
      // Then it takes no more requests, and finishes those it has.
      if (options.drainMs > 0 && failed === undefined) await drain(web, options.drainMs, graceMs);
      await web.stop(graceMs);
    },
  };
}

/** Asked to stop again, the wait is over. */
async function drain(web: KeptProcess, drainMs: number, graceMs: () => number): Promise<void> {
  web.tell(DRAIN_SIGNAL);
  const until = performance.now() + drainMs;
  while (performance.now() < until && graceMs() > 0) await sleep(50);
}
