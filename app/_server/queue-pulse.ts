import 'server-only';
import { logLine, messageOf } from '@/db/log';
import { changedOffices, type OfficeChange } from '@/db/queries/clearance/changed-offices';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';

const EVERY_MS = 1_000;
/** A row of the log bears the instant its command began: one that was committed this much later is still noticed. */
const LATE_MS = 10_000;

type Listener = { readonly officeIds: readonly string[]; readonly tell: (officeId: string) => void };
type Pulse = { listen: (listener: Listener) => () => void };

/**
 * Looks once a second, for all who listen in this process together, which offices changed, and tells each listener of its own: what it
 * costs the database depends neither on how many pages are open nor on how many officers work. Nobody listens: it does not look.
 */
export function makePulse(read: (since: Date) => Promise<readonly OfficeChange[]>): Pulse {
  const listeners = new Set<Listener>();
  let timer: NodeJS.Timeout | null = null;
  let told = new Map<string, number>();
  let isFirst = true;
  const look = async () => {
    const now = Date.now();
    try {
      const changes = await read(new Date(now - LATE_MS));
      const fresh = isFirst ? [] : changes.filter(({ id }) => !told.has(id));
      isFirst = false;
      told = new Map(changes.map(({ id }) => [id, now]));
      const offices = new Set(fresh.map(({ officeId }) => officeId));
      if (offices.size > 0) for (const listener of [...listeners]) tellOf(listener, offices);
    } catch (error) {
      // Pages notice by themselves that nothing comes, and ask.
      logLine('warn', 'queue.pulse_failed', { message: messageOf(error) });
    }
    timer = listeners.size > 0 ? setTimeout(look, EVERY_MS) : null;
    timer?.unref();
  };
  return {
    listen: (listener) => {
      listeners.add(listener);
      if (!timer && listeners.size === 1) {
        isFirst = true;
        timer = setTimeout(look, 0);
      }
      return () => listeners.delete(listener);
    },
  };
}

function tellOf({ officeIds, tell }: Listener, changed: ReadonlySet<string | null>): void {
  for (const officeId of officeIds) if (changed.has(officeId) || changed.has(null)) tell(officeId);
}

// On globalThis, so that a development server that reloads modules does not look twice.
const holder = globalThis as { luxorQueuePulse?: Pulse; luxorQueueStop?: AbortController };

/** The one pulse of this process. */
export function queuePulse(): Pulse {
  holder.luxorQueuePulse ??= makePulse((since) => changedOffices(SYSTEM_ACTOR, since));
  return holder.luxorQueuePulse;
}

/** Aborted when the process is asked to end: an open stream would hold it up. */
export function processEnds(): AbortSignal {
  if (!holder.luxorQueueStop) {
    const stop = new AbortController();
    holder.luxorQueueStop = stop;
    for (const name of ['SIGTERM', 'SIGINT'] as const) process.once(name, () => stop.abort());
  }
  return holder.luxorQueueStop.signal;
}
