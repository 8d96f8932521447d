import { execFileSync } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { readFileSync, statfsSync } from 'node:fs';
import type { ProcessRef } from '@/db/engine/process-identity';
import { postgresOf } from '../shared/processes';

/** Where the database of a run is kept, which can be made full. */
export type Disk = {
  readonly folder: string;
  /** What a full disk is here, for the report. */
  readonly told: string;
  fill(): void;
  free(): void;
  remove(): void;
};

const SIZE = '8g';
/** Left when it is made full: less than a table grows by at once, far less than a segment of the write-ahead log. */
const LEFT_BYTES = 128 * 1024;
const FILL_TRIES = 50;
const LIMIT_EVERY_MS = 200;
const LIMIT_BYTES = '8192';
/** A process of the database that kept the limit would fail alone, for as long as it lives. */
const ROUNDS_MAX = 20;

/**
 * A disk in memory of its own where this account may mount one: made full by shrinking it to what is used. Elsewhere a folder, where a full
 * disk is played by a limit on the size of files: no process of the database can write past the first page of any file.
 */
export async function makeDisk(folder: string): Promise<Disk> {
  await mkdir(folder, { recursive: true, mode: 0o755 });
  return mounted(folder) ?? limited(folder);
}

function mounted(folder: string): Disk | null {
  const mount = (...words: string[]) => execFileSync('mount', words, { stdio: 'pipe' });
  try {
    mount('-t', 'tmpfs', '-o', `size=${SIZE},mode=755`, 'luxor-faults', folder);
  } catch {
    return null;
  }
  const resize = (size: string): void => void mount('-o', `remount,size=${size}`, folder);
  return {
    folder,
    told: 'data and write-ahead log lie on a file system in memory, which is shrunk to what is used',
    fill: () => {
      for (let tries = 1; ; tries += 1) {
        const { blocks, bfree, bsize } = statfsSync(folder);
        try {
          return resize(String((blocks - bfree) * bsize + LEFT_BYTES));
        } catch (error) {
          // More was written meanwhile than was left: less than is used is refused.
          if (tries === FILL_TRIES) throw error;
        }
      }
    },
    free: () => resize(SIZE),
    // Whoever is still in it keeps it until they end.
    remove: () => execFileSync('umount', ['--lazy', folder], { stdio: 'pipe' }),
  };
}

function limited(folder: string): Disk {
  return {
    folder,
    told: 'simulated: no process of the database may write past the first 8 KiB of a file (RLIMIT_FSIZE)',
    ...fileLimit(folder),
    remove: () => undefined,
  };
}

/**
 * Keeps every process of a database from writing past the first page of a file. Its write-ahead log can be written no more either, at
 * which the server stops and does not come up before the limit has gone.
 */
export function fileLimit(folder: string): Pick<Disk, 'fill' | 'free'> {
  let again: NodeJS.Timeout | undefined;
  const limit = (size: string) => {
    for (const { pid } of postgresOf(folder)) {
      try {
        execFileSync('prlimit', ['--pid', String(pid), `--fsize=${size}:`], { stdio: 'pipe' });
      } catch {
        // It ended meanwhile.
      }
    }
  };
  return {
    // Again and again: what is started meanwhile finds the disk as full.
    fill: () => {
      limit(LIMIT_BYTES);
      again = setInterval(() => limit(LIMIT_BYTES), LIMIT_EVERY_MS);
    },
    free: () => {
      clearInterval(again);
      // The server first: what it starts from then on is free; what it started while this went round is met the next time.
      for (let round = 0; round < ROUNDS_MAX && postgresOf(folder).some(isLimited); round += 1) limit('unlimited');
    },
  };
}

function isLimited({ pid }: ProcessRef): boolean {
  try {
    return new RegExp(`^Max file size\\s+${LIMIT_BYTES}\\s`, 'm').test(readFileSync(`/proc/${pid}/limits`, 'utf8'));
  } catch {
    // It ended meanwhile.
    return false;
  }
}
