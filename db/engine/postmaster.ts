import { closeSync, existsSync, openSync, readFileSync, statSync } from 'node:fs';
import { rm, truncate } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Binaries } from './binaries';
import { freePort, logTail, readAccess, writeAccess } from './cluster';
import { commandOf, startOf } from './process-identity';
import { type RunAs, spawnAs } from './run-as';
import { type Durability, serverSettings } from './settings';

const LOG_SIZE_BYTES_MAX = 10 * 1024 * 1024;
/** Replaying what a kill interrupted takes seconds, after a large import perhaps a minute. */
const READY_MS_MAX = 300_000;
/** Server processes that outlive a killed postmaster notice it and go within moments. */
const ORPHANS_MS_MAX = 20_000;
const FAST_STOP_MS_MAX = 60_000;
const IMMEDIATE_STOP_MS_MAX = 10_000;

export type Postmaster = { pid: number; port: number };

/** Lines of postmaster.pid: 1 process, 4 port, 8 state. */
function readPidFile(folder: string): { pid: number; port: number; state: string } | undefined {
  try {
    const lines = readFileSync(`${folder}/postmaster.pid`, 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3]), state: (lines[7] ?? '').trim() };
  } catch {
    return undefined;
  }
}

/** Whether the process is a postmaster of this very folder, and not something else that got its number. */
const isPostmasterOf = (pid: number, folder: string): boolean =>
  Number.isInteger(pid) && startOf(pid) !== undefined && ` ${commandOf(pid)} `.includes(` -D ${folder} `);

/** The server of a cluster, if one runs or is starting. */
export function findPostmaster(folder: string): Postmaster | undefined {
  const found = readPidFile(folder);
  return found && isPostmasterOf(found.pid, folder) ? { pid: found.pid, port: found.port } : undefined;
}

/** Waits until the server takes connections. False if it ended instead. */
async function isReadyInTime(folder: string, isRunning: () => boolean): Promise<boolean> {
  const deadline = performance.now() + READY_MS_MAX;
  while (performance.now() < deadline) {
    const found = readPidFile(folder);
    if (found?.state === 'ready' && isPostmasterOf(found.pid, folder)) return true;
    if (!isRunning()) return false;
    await sleep(20);
  }
  throw new Error(`The database in ${folder} was not ready after ${READY_MS_MAX / 1000} seconds.`);
}

export async function waitUntilReady(folder: string, postmaster: Postmaster): Promise<boolean> {
  return isReadyInTime(folder, () => isPostmasterOf(postmaster.pid, folder));
}

/** Starts the server of a cluster that has none, and waits until it takes connections. The caller holds the engine's lock. */
export async function startPostmaster(
  folder: string,
  binaries: Binaries,
  runAs: RunAs,
  logPath: string,
  durability: Durability,
): Promise<Postmaster> {
  const giveUpAt = performance.now() + ORPHANS_MS_MAX;
  if (existsSync(logPath) && statSync(logPath).size > LOG_SIZE_BYTES_MAX) await truncate(logPath);
  for (;;) {
    // Left by a kill; its number may belong to another process by now, which would keep the server from starting.
    await rm(`${folder}/postmaster.pid`, { force: true });
    const access = await readAccess(folder);
    const port = await freePort(access.port);
    if (port !== access.port) await writeAccess(folder, { ...access, port }, runAs);

    const log = openSync(logPath, 'a');
    const offset = statSync(logPath).size;
    const settings = Object.entries(serverSettings(port, durability)).flatMap(([name, value]) => [
      '-c',
      `${name}=${value}`,
    ]);
    const child = spawnAs(runAs, binaries, binaries.postgres, ['-D', folder, ...settings], log);
    closeSync(log);
    let ended = false;
    child.once('error', () => {
      ended = true;
    });
    child.once('exit', () => {
      ended = true;
    });
    child.unref();
    if ((await isReadyInTime(folder, () => !ended)) && child.pid !== undefined) return { pid: child.pid, port };

    const reason = logTail(logPath, offset);
    const passes = /pre-existing shared memory block|could not bind|Address already in use/.test(reason);
    if (!passes || performance.now() > giveUpAt) {
      throw new Error(`The database in ${folder} did not start:\n${reason || `see ${logPath}`}`);
    }
    await sleep(300);
  }
}

/** Stops the server: it ends open work, writes everything to disk and goes. If it does not go in a minute, it is made to. */
export async function stopPostmaster(folder: string, postmaster: Postmaster): Promise<void> {
  const stages = [
    ['SIGINT', FAST_STOP_MS_MAX],
    ['SIGQUIT', IMMEDIATE_STOP_MS_MAX],
    ['SIGKILL', IMMEDIATE_STOP_MS_MAX],
  ] as const;
  for (const [signal, waitMs] of stages) {
    if (!isPostmasterOf(postmaster.pid, folder)) return;
    process.kill(postmaster.pid, signal);
    const deadline = performance.now() + waitMs;
    while (performance.now() < deadline && isPostmasterOf(postmaster.pid, folder)) await sleep(20);
  }
}
