import { join } from 'node:path';
import { type KeptProcess, keepProcess } from './kept-process';

/** Tells the worker that a launcher keeps it: it ends with it, and leaves migrations and the terminal to it. */
export const KEPT = '--kept';
/** Tells the worker that the database runs beside it, on this machine. */
export const BESIDE_DATABASE = '--beside-database';
/** How far background work stands back from people's pages on a busy processor, as `nice` counts. */
export const WORKER_NICENESS = 10;

/**
 * Collects garbage whenever the heap grew by two thirds. Left to itself it doubles before, and an import takes hundreds of MiB it does
 * not need; at one third an import is a fifth slower.
 */
const HEAP_GROWTH = '--heap-growing-percent=70';
/** MiB of what is young: a batch of an import, most of which is garbage at its end, is not carried along into what is old. */
const YOUNG_MIB = '--max-semi-space-size=32';

export type WorkerOptions = {
  databaseUrl: string;
  /** The database is the embedded one: its side of the work stands back as well. */
  isEmbedded: boolean;
  /** Remembers the worker, for the next launcher should this one be killed. */
  refFile: string;
};

/**
 * Starts the background jobs in a process of their own, so that an import neither holds up the launcher nor takes the processor from
 * the pages. Started again whenever it ends unasked: pages are served without it.
 */
export async function startWorker({ databaseUrl, isEmbedded, refFile }: WorkerOptions): Promise<KeptProcess> {
  const worker = await keepProcess({
    name: 'worker',
    words: [
      ...process.execArgv,
      HEAP_GROWTH,
      YOUNG_MIB,
      join('db', 'cli', 'worker.ts'),
      KEPT,
      ...(isEmbedded ? [BESIDE_DATABASE] : []),
    ],
    env: { DATABASE_URL: databaseUrl },
    refFile,
    hasChannel: true,
    niceness: WORKER_NICENESS,
  });
  worker.keep();
  return worker;
}
