import { parentOf, startOf } from '../engine/process-identity';
import { isStartedByNpm } from '../env';

const WATCH_EVERY_MS = 1_000;

/** Parents that npm puts between itself and this process: the shell of the script, and npm. */
function ancestors(): { pid: number; startedAt: string | undefined }[] {
  const shell = process.ppid;
  const npm = parentOf(shell);
  return [shell, npm].flatMap((pid) => (pid === undefined || pid <= 1 ? [] : [{ pid, startedAt: startOf(pid) }]));
}

/**
 * A signal that is aborted when this process is asked to end: by SIGTERM, SIGINT or SIGHUP, by the end of the npm that started it,
 * which does not hand on its signals, or by the end of the launcher that keeps it. `onSecond` is called when the asking is repeated.
 */
export function listenForStop(onSecond: () => void): AbortSignal {
  const stop = new AbortController();
  const ask = () => {
    if (stop.signal.aborted) onSecond();
    else stop.abort(new Error('asked to stop'));
  };
  for (const name of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(name, ask);
  process.once('disconnect', () => stop.abort(new Error('the launcher has ended')));

  if (isStartedByNpm()) {
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
