import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { logLine, messageOf } from '../log';
import { findBinaries } from './binaries';
import { DATABASE, ensureCluster, LOGIN_ROLE, readAccess } from './cluster';
import { ensureDataFolder } from './data-folder';
import { acquireFileLock } from './file-lock';
import { findPostmaster, type Postmaster, startPostmaster, stopPostmaster, waitUntilReady } from './postmaster';
import { isAlive, type ProcessRef, thisProcess } from './process-identity';
import { chooseRunAs, giveTo } from './run-as';
import type { Durability } from './settings';

/** Making a cluster takes a second, recovery of a large one minutes. */
const LOCK_WAIT_MS = 300_000;
const WATCH_EVERY_MS = 1_000;

/** A running embedded PostgreSQL that this process uses. */
export type Engine = {
  /** Address for the login role, with its password. */
  url: string;
  port: number;
  folder: string;
  /** Whether this process started the server, or found it running. */
  isStarter: boolean;
  /** Starts the server again whenever it has gone without being asked to; returns when the signal is aborted. */
  keepRunning(signal: AbortSignal): Promise<void>;
  /** Ends the use. The last process to do so stops the server. */
  release(): Promise<void>;
};

export type EngineOptions = { durability?: Durability };

type Place = { folder: string; logPath: string; usersFolder: string };

async function ensureDatabase(url: string): Promise<void> {
  const address = new URL(url);
  address.pathname = '/postgres';
  const client = new pg.Client({ connectionString: address.toString(), connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (!rowCount) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
}

function parseUser(text: string): ProcessRef | undefined {
  try {
    return JSON.parse(text);
  } catch {
    // Cut short by a kill while it was written.
    return undefined;
  }
}

/** Processes that use the server now. What dead ones left behind is swept away. */
async function countUsers({ usersFolder }: Place): Promise<number> {
  let count = 0;
  for (const name of await readdir(usersFolder)) {
    const path = join(usersFolder, name);
    const user = parseUser(await readFile(path, 'utf8'));
    if (user && isAlive(user)) count += 1;
    else await rm(path, { force: true });
  }
  return count;
}

async function startOrAttach(place: Place, durability: Durability): Promise<Postmaster & { isStarter: boolean }> {
  const { folder, logPath } = place;
  const running = findPostmaster(folder);
  if (running && (await waitUntilReady(folder, running))) return { ...running, isStarter: false };
  const binaries = findBinaries(dirname(folder));
  const runAs = chooseRunAs(binaries, folder);
  await ensureCluster(folder, binaries, runAs, logPath);
  giveTo(runAs, folder);
  return { ...(await startPostmaster(folder, binaries, runAs, logPath, durability)), isStarter: true };
}

/**
 * Makes sure that the embedded PostgreSQL of a data folder runs, and uses it: makes the cluster at the first time, attaches to a server
 * that is there already, starts one otherwise. Safe from several processes at once.
 */
export async function acquireEngine(dataDir: string, options: EngineOptions = {}): Promise<Engine> {
  const folder = join(await ensureDataFolder(dataDir), 'postgres');
  const place: Place = { folder, logPath: `${folder}.log`, usersFolder: `${folder}.users` };
  const durability = options.durability ?? 'durable';
  const user = join(place.usersFolder, `${process.pid}-${randomBytes(4).toString('hex')}`);

  const locked = async <T>(run: () => Promise<T>): Promise<T> => {
    const unlock = await acquireFileLock(`${folder}.lock`, LOCK_WAIT_MS);
    try {
      return await run();
    } finally {
      await unlock();
    }
  };

  const start = () =>
    locked(async () => {
      await mkdir(place.usersFolder, { recursive: true });
      const postmaster = await startOrAttach(place, durability);
      const { password } = await readAccess(folder);
      const url = `postgres://${LOGIN_ROLE}:${password}@127.0.0.1:${postmaster.port}/${DATABASE}`;
      await ensureDatabase(url);
      // Not written anew at a restart: a full disk would leave it empty, and its process uncounted.
      if (!existsSync(user)) await writeFile(user, JSON.stringify(thisProcess()));
      return { ...postmaster, url };
    });

  const first = await start();

  const keepRunning = async (signal: AbortSignal): Promise<void> => {
    for (;;) {
      await sleep(WATCH_EVERY_MS, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return;
      if (findPostmaster(folder)) continue;
      logLine('error', 'engine.gone', { folder: basename(dataDir) });
      try {
        const { port } = await start();
        if (port !== first.port) logLine('error', 'engine.port-changed', { port });
        else logLine('info', 'engine.back', { port });
      } catch (error) {
        logLine('error', 'engine.start-failed', { message: messageOf(error) });
      }
    }
  };

  const release = () =>
    locked(async () => {
      await rm(user, { force: true });
      if ((await countUsers(place)) > 0) return;
      const postmaster = findPostmaster(folder);
      if (postmaster) await stopPostmaster(folder, postmaster);
    });

  return { url: first.url, port: first.port, folder, isStarter: first.isStarter, keepRunning, release };
}
