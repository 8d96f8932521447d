import { parentOf, startOf } from '../engine/process-identity';
import { isStartedByNpm } from '../env';

const WATCH_EVERY_MS = 1_000;

/** Parents that npm puts between itself and this process: the shell of the script, and npm. */
function ancestors(): { pid: number; startedAt: string | undefined }[] {
  const shell = process.ppid;
  const npm = parentOf(shell);
  return [shell, npm].flatMap((pid) => (pid === undefined || pid <= 1 ? [] : [{ pid, startedAt: startOf(pid) }]));
}

/** One press may arrive twice: from the terminal, and handed on by npm. */
const ONE_PRESS_MS = 1_000;

/**
 * A signal that is aborted when this process is asked to end: by SIGTERM, SIGINT or SIGHUP, or by the end of who started it: the
 * launcher that keeps it, else npm, some versions of which do not hand on their signals. `onSecond` is called when the asking is
 * repeated.
 */
export function listenForStop(onSecond: () => void, isKept = false): AbortSignal {
  const stop = new AbortController();
  let askedAt = 0;
  const ask = () => {
    if (!stop.signal.aborted) {
      askedAt = performance.now();
      stop.abort(new Error('asked to stop'));
    } else if (performance.now() - askedAt > ONE_PRESS_MS) onSecond();
  };
  for (const name of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(name, ask);

  if (isKept) {
    const end = () => stop.abort(new Error('the launcher has ended'));
    process.once('disconnect', end);
    // It may have gone before anybody listened.
    if (!process.connected) end();
  } else if (isStartedByNpm()) {
    const watched = ancestors();
    const timer = setInterval(() => {
      if (watched.every(({ pid, startedAt }) => startOf(pid) === startedAt)) return;
      clearInterval(timer);
      if (!stop.signal.aborted) stop.abort(new Error('npm has ended'));
    }, WATCH_EVERY_MS);
    timer.unref();
  }
  // Whoever read our output may be gone; that is no reason to leave the database running.
  process.stdout.on('error', () => undefined);
  process.stderr.on('error', () => undefined);
  return stop.signal;
}
