import { type ChildProcess, spawn } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { setPriority } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive, type ProcessRef, startOf } from '../engine/process-identity';
import { childEnv } from '../env';
import { logLine, messageOf } from '../log';

/** A process that ends unasked is started again, unless it ended so soon after its start several times in a row. */
const SETTLED_MS = 10_000;
const SOON_ENDS_MAX = 3;

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
  /** Said when it cannot be kept running. */
  gaveUp: string;
};

export type KeptProcess = {
  /** Resolves with a sentence when the process cannot be kept running. */
  ended: Promise<string>;
  /** From now on it is started again when it ends unasked; before, its end is final. */
  keep(): void;
  /** Ends it, and what it started: it finishes what it is at, for at most `graceMs`. */
  stop(graceMs: number): Promise<void>;
};

/** Ends what a killed launcher left running; tells whether it left anything, be it gone by now. */
export async function endLeft(refFile: string): Promise<boolean> {
  const left = await readFile(refFile, 'utf8').then(
    (text): ProcessRef => JSON.parse(text),
    () => undefined,
  );
  if (left && isAlive(left)) {
    process.kill(-left.pid, 'SIGKILL');
    while (isAlive(left)) await sleep(20);
  }
  await rm(refFile, { force: true });
  return left !== undefined;
}

function signalGroup(child: ChildProcess, name: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, name);
  } catch {
    // The group is gone.
  }
}

function lower(pid: number, niceness: number): void {
  try {
    setPriority(pid, niceness);
  } catch {
    // It has ended, or the system does not allow it: it works all the same.
  }
}

/** Starts a process of the application beside this one. */
export async function keepProcess(wish: KeptWish): Promise<KeptProcess> {
  let stopping = false;
  let isKept = false;
  let soonEnds = 0;
  let child: ChildProcess;
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
      if (isKept && soonEnds < SOON_ENDS_MAX) launch().catch((error: unknown) => giveUp(messageOf(error)));
      else giveUp(wish.gaveUp);
    });
    child.once('error', (error) => giveUp(`${wish.gaveUp} ${error.message}`));
    if (child.pid === undefined) return;
    if (wish.niceness !== undefined) lower(child.pid, wish.niceness);
    await writeFile(wish.refFile, JSON.stringify({ pid: child.pid, startedAt: startOf(child.pid) ?? '' }));
  };

  const stop = async (graceMs: number): Promise<void> => {
    stopping = true;
    const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
    signalGroup(child, 'SIGTERM');
    const deadline = performance.now() + graceMs;
    while (!hasEnded() && performance.now() < deadline) await sleep(20);
    signalGroup(child, 'SIGKILL');
    while (!hasEnded()) await sleep(20);
    await rm(wish.refFile, { force: true });
  };

  await launch();
  return {
    ended,
    keep: () => {
      isKept = true;
    },
    stop,
  };
}
