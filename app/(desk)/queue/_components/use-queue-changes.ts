import { useEffect, useMemo, useState } from 'react';
import type { QueueChanges } from '@/db/queries/clearance/queue-changes';
import type { QueueRow } from '@/db/queries/clearance/queue-row';

const REFRESH_MS = 10_000;
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
};

const UNASKED = { asked: '', changes: null, isStale: false };

/**
 * Asks every ten seconds what changed beside what is on the screen, and at once when the page comes back into view; a hidden page does
 * not ask. It asks for the office that is shown, whichever the person works in meanwhile.
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
    const askNow = () => void ask();
    const timer = setInterval(askNow, REFRESH_MS);
    document.addEventListener('visibilitychange', askNow);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', askNow);
      stop.abort();
    };
  }, [address, body, asked]);
  return useMemo(() => {
    const { changes, isStale } = found.asked === asked ? found : UNASKED;
    return {
      newRows: changes?.newRows ?? 0,
      changed: new Map(changes?.changed.map((row) => [row.consignmentId, row.isGone ? 'gone' : 'changed'])),
      isStale,
      workOfficeId: changes ? changes.workOfficeId : workOfficeId,
    };
  }, [found, asked, workOfficeId]);
}
