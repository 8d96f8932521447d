import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findPostmaster } from '@/db/engine/postmaster';
import { isAlive, type ProcessRef, parentOf, startOf } from '@/db/engine/process-identity';

const POLL_MS = 25;

/** The processes of these numbers that run. */
export function refsOf(pids: readonly number[]): ProcessRef[] {
  return pids.flatMap((pid) => {
    const startedAt = startOf(pid);
    return startedAt === undefined ? [] : [{ pid, startedAt }];
  });
}

/** Numbers of the processes that a process has started; none where the system does not tell. */
export function childrenOf(parent: number): number[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => Number.isInteger(pid) && pid > 0 && parentOf(pid) === parent);
}

/** A part of an installation that its launcher keeps, with what it has started; nothing where it does not run. */
export function keptPart(dataDir: string, name: 'web' | 'worker'): ProcessRef[] {
  try {
    const ref = JSON.parse(readFileSync(join(dataDir, `${name}.json`), 'utf8')) as ProcessRef;
    return isAlive(ref) ? [ref, ...refsOf(childrenOf(ref.pid))] : [];
  } catch {
    return [];
  }
}

/** The postmaster of a data folder with the processes that serve its connections. */
export function postgresOf(dataDir: string): ProcessRef[] {
  const postmaster = findPostmaster(join(dataDir, 'postgres'));
  return postmaster ? refsOf([postmaster.pid, ...childrenOf(postmaster.pid)]) : [];
}

/** Processes that were started on a data folder of their own, be they remembered or not; none where the system does not tell. */
export function startedWith(dataDir: string): ProcessRef[] {
  if (process.platform !== 'linux') return [];
  const setting = `LUXOR_DATA_DIR=${dataDir}`;
  const isOurs = (pid: number) => {
    try {
      return readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0').includes(setting);
    } catch {
      return false;
    }
  };
  return refsOf(
    readdirSync('/proc')
      .map(Number)
      .filter((pid) => Number.isInteger(pid) && pid > 0 && isOurs(pid)),
  );
}

/** Sends a signal; a process that has ended by itself needs none. */
export function sendSignal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It is gone.
  }
}

/** Kills by SIGKILL, all in one go, and returns once they are gone. */
export async function killAll(doomed: readonly ProcessRef[]): Promise<void> {
  for (const { pid } of doomed) sendSignal(pid, 'SIGKILL');
  while (doomed.some(isAlive)) await sleep(POLL_MS);
}
