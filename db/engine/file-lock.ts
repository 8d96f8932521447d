import { randomBytes } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive, type ProcessRef, thisProcess } from './process-identity';

type Holder = ProcessRef & { token: string };

/** Another process holds the lock, and did not let go in time. */
export class LockHeldError extends Error {
  override readonly name = 'LockHeldError';
  constructor(
    path: string,
    readonly pid: number,
  ) {
    super(`${path} is held by process ${pid}`);
  }
}

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;

async function readHolder(path: string): Promise<Holder | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Holder;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/** Puts a complete file in place, only if there is none: nobody ever reads half a holder. */
async function tryCreate(path: string, holder: Holder): Promise<boolean> {
  const draft = `${path}.${holder.token}`;
  try {
    // On a full disk the file is made and its content is not: it goes again.
    await writeFile(draft, JSON.stringify(holder), { mode: 0o644 });
    await link(draft, path);
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

/**
 * Replaces the lock of a process that is gone. The right to replace one given lock is itself a lock, named after its token,
 * so of several processes that see the same remains exactly one takes over.
 */
async function takeOver(path: string, stale: Holder, mine: Holder): Promise<boolean> {
  const release = await acquireFileLock(`${path}.${stale.token}.takeover`, 5_000);
  try {
    if ((await readHolder(path))?.token !== stale.token) return false;
    const draft = `${path}.${mine.token}`;
    await writeFile(draft, JSON.stringify(mine), { mode: 0o644 });
    await rename(draft, path);
    return true;
  } finally {
    await release();
  }
}

/**
 * Takes a lock that ends with its process: the lock of a process that no longer runs is taken over. Waits up to `waitMs`, then throws
 * LockHeldError. Answers with the function that lets go.
 */
export async function acquireFileLock(path: string, waitMs: number): Promise<() => Promise<void>> {
  const mine: Holder = { ...thisProcess(), token: randomBytes(6).toString('hex') };
  const deadline = performance.now() + waitMs;
  for (;;) {
    if (await tryCreate(path, mine)) break;
    const holder = await readHolder(path);
    if (holder && !isAlive(holder)) {
      if (await takeOver(path, holder, mine)) break;
    } else if (holder && performance.now() >= deadline) {
      throw new LockHeldError(path, holder.pid);
    } else {
      await sleep(50);
    }
  }
  return async () => {
    if ((await readHolder(path))?.token === mine.token) await rm(path, { force: true });
  };
}
