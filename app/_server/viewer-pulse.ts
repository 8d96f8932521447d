import 'server-only';
import { logLine, messageOf } from '@/db/log';
import { type OfficeViewer, viewersNow } from '@/db/queries/clearance/viewers-now';
import { viewersByConsignment } from '@/lib/clearance/viewers';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';

const EVERY_MS = 1_000;

export type Presence = Readonly<Record<string, readonly string[]>>;
type Listener = {
  readonly officeIds: readonly string[];
  readonly readerId: string;
  readonly tell: (presence: Presence) => void;
};
type ViewerPulse = { listen: (listener: Listener) => () => void };

/**
 * Looks once a second, for all who listen in this process together, who has which consignment open, and tells each listener what changed
 * of its own offices, without the listener itself: what it costs depends neither on how many rows are shown nor on how many listen.
 * Nobody listens: it does not look.
 */
export function makeViewerPulse(read: () => Promise<readonly OfficeViewer[]>): ViewerPulse {
  /** What each was told last. */
  const told = new Map<Listener, string>();
  let timer: NodeJS.Timeout | null = null;
  const look = async () => {
    try {
      const viewers = await read();
      for (const listener of [...told.keys()]) tellOf(listener, viewers);
    } catch (error) {
      logLine('warn', 'viewers.pulse_failed', { message: messageOf(error) });
    }
    timer = told.size > 0 ? setTimeout(look, EVERY_MS) : null;
    timer?.unref();
  };
  const tellOf = (listener: Listener, viewers: readonly OfficeViewer[]) => {
    const own = viewers.filter(({ officeId }) => listener.officeIds.includes(officeId));
    const presence = viewersByConsignment(own, listener.readerId);
    const text = JSON.stringify(presence);
    if (!told.has(listener) || told.get(listener) === text) return;
    told.set(listener, text);
    listener.tell(presence);
  };
  return {
    listen: (listener) => {
      told.set(listener, '{}');
      timer ??= setTimeout(look, 0);
      return () => told.delete(listener);
    },
  };
}

// On globalThis, so that a development server that reloads modules does not look twice.
const holder = globalThis as { luxorViewerPulse?: ViewerPulse };

/** The one of this process. */
export function viewerPulse(): ViewerPulse {
  holder.luxorViewerPulse ??= makeViewerPulse(() => viewersNow(SYSTEM_ACTOR));
  return holder.luxorViewerPulse;
}
