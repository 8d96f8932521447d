import { type ChildProcess, spawn } from 'node:child_process';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { lowerShare } from '../engine/lower-share';
import { isAlive, type ProcessRef, startOf } from '../engine/process-identity';
import { childEnv } from '../env';
import { logLine, messageOf } from '../log';

/** A process that lived at least this long ended for a new reason; one that ends sooner again and again waits longer each time. */
const SETTLED_MS = 10_000;
const SOON_ENDS_MAX = 3;
const PAUSE_MS_MAX = 60_000;

export type KeptWish = {
  /** What it is called in the log. */
  name: 'web' | 'worker';
  /** What follows `node` on its command line. */
  words: readonly string[];
  env: Readonly<Record<string, string>>;
  /** Remembers the process, for the next launcher should this one be killed. */
  refFile: string;
  /** Gives it a channel, by which it hears of the end of this process. */
  hasChannel?: boolean;
  /** Lowers its share of a busy processor; 0 to 19 as `nice` counts. */
  niceness?: number;
  /** Said when it ends soon after its start several times in a row. Without it, it is tried again for ever. */
  gaveUp?: string;
};

export type KeptProcess = {
  /** Resolves with a sentence when the process is given up. */
  ended: Promise<string>;
  /** Tells it something by a signal it listens for. */
  tell(name: NodeJS.Signals): void;
  /** From now on it is started again when it ends unasked; before, its end is final. */
  keep(): void;
  /** Ends it, and what it started: it finishes what it is at, for as long as `graceMs` says, asked again and again. */
  stop(graceMs: () => number): Promise<void>;
};

/** Ends what a killed launcher left running; tells whether it left anything, be it gone by now. */
export async function endLeft(refFile: string): Promise<boolean> {
  // A file that was cut short by a kill tells of nothing.
  const left = await readFile(refFile, 'utf8')
    .then((text): ProcessRef => JSON.parse(text))
    .catch(() => undefined);
  if (left && isAlive(left)) {
    signalGroup(left.pid, 'SIGKILL');
    while (isAlive(left)) await sleep(20);
  }
  await rm(refFile, { force: true });
  return left !== undefined;
}

function signalGroup(leader: number | undefined, name: NodeJS.Signals): void {
  if (leader === undefined) return;
  try {
    process.kill(-leader, name);
  } catch {
    // The group is gone.
  }
}

/** Written beside and renamed, so that it is never seen half. On a full disk the process works on, and is only not remembered. */
async function remember(refFile: string, pid: number): Promise<void> {
  const half = `${refFile}.${process.pid}`;
  await writeFile(half, JSON.stringify({ pid, startedAt: startOf(pid) ?? '' }))
    .then(() => rename(half, refFile))
    .catch((error: unknown) => logLine('warn', 'process.not_remembered', { message: messageOf(error) }));
}

/** Starts a process of the application beside this one. */
export async function keepProcess(wish: KeptWish): Promise<KeptProcess> {
  let stopping = false;
  let isKept = false;
  let soonEnds = 0;
  let child: ChildProcess;
  let next: NodeJS.Timeout | undefined;
  let giveUp: (reason: string) => void = () => undefined;
  const ended = new Promise<string>((resolve) => {
    giveUp = resolve;
  });

  const launch = async (): Promise<void> => {
    const startedAt = performance.now();
    // In a session of its own: Ctrl-C must reach the launcher only, which then stops things in order.
    child = spawn(process.execPath, wish.words, {
      stdio: ['ignore', 'inherit', 'inherit', ...(wish.hasChannel ? ['ipc' as const] : [])],
      detached: true,
      env: childEnv(wish.env),
    });
    child.once('exit', (code, killedBy) => {
      if (stopping) return;
      logLine('error', `${wish.name}.ended`, { code: code ?? undefined, signal: killedBy ?? undefined });
      soonEnds = performance.now() - startedAt < SETTLED_MS ? soonEnds + 1 : 0;
      if (!isKept || (wish.gaveUp && soonEnds >= SOON_ENDS_MAX))
        return giveUp(wish.gaveUp ?? `The ${wish.name} ended.`);
      const pauseMs = soonEnds < SOON_ENDS_MAX ? 0 : Math.min(PAUSE_MS_MAX, 1_000 * 2 ** (soonEnds - SOON_ENDS_MAX));
      next = setTimeout(() => void launch(), pauseMs);
    });
    child.once('error', (error) => giveUp(`The ${wish.name} could not be started: ${error.message}`));
    if (child.pid === undefined) return;
    if (wish.niceness !== undefined) lowerShare(child.pid, wish.niceness);
    await remember(wish.refFile, child.pid);
  };

  const stop = async (graceMs: () => number): Promise<void> => {
    stopping = true;
    clearTimeout(next);
    const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
    signalGroup(child.pid, 'SIGTERM');
    const askedAt = performance.now();
    while (!hasEnded() && performance.now() < askedAt + graceMs()) await sleep(20);
    signalGroup(child.pid, 'SIGKILL');
    while (!hasEnded()) await sleep(20);
    await rm(wish.refFile, { force: true });
  };

  await launch();
  return {
    ended,
    keep: () => {
      isKept = true;
    },
    tell: (name) => {
      child.kill(name);
    },
    stop,
  };
}
