import { useEffect, useMemo, useState } from 'react';
import type { QueueChanges } from '@/db/queries/clearance/queue-changes';
import type { QueueRow } from '@/db/queries/clearance/queue-row';

/** How often a page asks that hears nothing, and one that is told what changes. */
const REFRESH_MS = { deaf: 10_000, told: 60_000 } as const;
/** Changes that come together are asked about together. */
const GATHER_MS = 500;
const LIVE_ADDRESS = '/api/queue/live';
const FAILURES_UNTIL_STALE = 3;

/** What a page shows, and of which office: `workOfficeId` is the one the person worked in when it was read. */
export type QueueOnScreen = {
  readonly rows: readonly Pick<QueueRow, 'consignmentId' | 'rowVersion'>[];
  readonly after: string | null;
  readonly until: string | null;
  readonly query: Readonly<Record<string, string>>;
  readonly officeId: string;
  readonly workOfficeId: string | null;
};
export type FoundChanges = {
  readonly newRows: number;
  readonly changed: ReadonlyMap<string, 'changed' | 'gone'>;
  readonly isStale: boolean;
  /** The office the person works in now. */
  readonly workOfficeId: string | null;
  /** Who else has which of the office's consignments open. */
  readonly viewers: Viewers;
};

/** Names of those who have a consignment open, by its id. */
export type Viewers = Readonly<Record<string, readonly string[]>>;
const NO_VIEWERS: Viewers = {};

/** Calls `ask` whenever there may be something new of an office, and tells who looks at what. A page that is hidden holds no connection: browsers give few of them. */
function listenForChanges(officeId: string, ask: () => void, tellViewers: (viewers: Viewers) => void): () => void {
  let stream: EventSource | null = null;
  let wasOpen = false;
  let gathering: ReturnType<typeof setTimeout> | undefined;
  let timer: ReturnType<typeof setInterval> | undefined;
  const askEvery = (ms: number) => {
    clearInterval(timer);
    timer = setInterval(ask, ms);
  };
  const gather = () => {
    gathering ??= setTimeout(() => {
      gathering = undefined;
      ask();
    }, GATHER_MS);
  };
  const close = () => {
    stream?.close();
    stream = null;
    tellViewers(NO_VIEWERS);
  };
  const open = () => {
    stream = new EventSource(LIVE_ADDRESS);
    stream.onopen = () => {
      askEvery(REFRESH_MS.told);
      // What happened while there was no connection was not told.
      if (wasOpen) gather();
      wasOpen = true;
    };
    stream.onerror = () => {
      askEvery(REFRESH_MS.deaf);
      // Who looks is known only while it is told.
      tellViewers(NO_VIEWERS);
    };
    stream.addEventListener('viewers', ({ data }) => tellViewers(JSON.parse(data) as Viewers));
    stream.addEventListener('changed', ({ data }) => {
      if ((JSON.parse(data) as { officeId: string }).officeId === officeId) gather();
    });
  };
  const turn = () => {
    close();
    if (document.visibilityState === 'hidden') return;
    open();
    if (wasOpen) ask();
  };
  askEvery(REFRESH_MS.deaf);
  turn();
  document.addEventListener('visibilitychange', turn);
  return () => {
    close();
    clearInterval(timer);
    clearTimeout(gathering);
    document.removeEventListener('visibilitychange', turn);
  };
}

const UNASKED = { asked: '', changes: null, isStale: false };

/**
 * Asks what changed beside what is on the screen when the server says that the office changed, when the page comes back into view, and
 * after every new connection; every ten seconds where there is none. A hidden page neither listens nor asks. It asks for the office that
 * is shown, whichever the person works in meanwhile.
 */
export function useQueueChanges({ rows, after, until, query, officeId, workOfficeId }: QueueOnScreen): FoundChanges {
  const address = `/api/queue/changes?${new URLSearchParams({ ...query, office: officeId }).toString()}`;
  const body = JSON.stringify({
    rows: rows.map(({ consignmentId, rowVersion }) => ({ consignmentId, rowVersion })),
    after,
    until,
  });
  const asked = `${address} ${workOfficeId} ${body}`;
  // What was found out belongs to the rows it was asked about; new rows begin with nothing.
  const [found, setFound] = useState<{ asked: string; changes: QueueChanges | null; isStale: boolean }>(UNASKED);
  const [viewers, setViewers] = useState(NO_VIEWERS);
  useEffect(() => {
    const stop = new AbortController();
    let failures = 0;
    const ask = async () => {
      if (document.visibilityState === 'hidden') return;
      try {
        const response = await fetch(address, {
          method: 'POST',
          body,
          headers: { 'content-type': 'application/json' },
          signal: stop.signal,
        });
        if (!response.ok) throw new Error(String(response.status));
        failures = 0;
        setFound({ asked, changes: (await response.json()) as QueueChanges, isStale: false });
      } catch {
        if (stop.signal.aborted) return;
        failures += 1;
        if (failures >= FAILURES_UNTIL_STALE)
          setFound((last) => ({ asked, changes: last.asked === asked ? last.changes : null, isStale: true }));
      }
    };
    const leave = listenForChanges(officeId, () => void ask(), setViewers);
    return () => {
      leave();
      stop.abort();
    };
  }, [address, body, asked, officeId]);
  return useMemo(() => {
    const { changes, isStale } = found.asked === asked ? found : UNASKED;
    return {
      newRows: changes?.newRows ?? 0,
      changed: new Map(changes?.changed.map((row) => [row.consignmentId, row.isGone ? 'gone' : 'changed'])),
      isStale,
      workOfficeId: changes ? changes.workOfficeId : workOfficeId,
      viewers,
    };
  }, [found, asked, workOfficeId, viewers]);
}
