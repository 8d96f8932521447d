import { useEffect, useState } from 'react';
import type { QueueChanges } from '@/db/queries/clearance/queue-changes';
import type { ShownRow } from './queue-list';

const REFRESH_MS = 10_000;
const FAILURES_UNTIL_STALE = 3;

type Shown = { newRows: number; changed: ReadonlyMap<string, 'changed' | 'gone'>; isStale: boolean };
const NOTHING: Shown = { newRows: 0, changed: new Map(), isStale: false };

/** Asks every ten seconds what changed beside what is on the screen; a hidden page does not ask. */
export function useQueueChanges(
  rows: readonly ShownRow[],
  until: string | null,
  query: Readonly<Record<string, string>>,
): Shown {
  // What was found out belongs to the rows it was asked about; new rows begin with nothing.
  const [found, setFound] = useState<{ body: string; shown: Shown }>({ body: '', shown: NOTHING });
  const address = `/api/queue/changes?${new URLSearchParams(query).toString()}`;
  const body = JSON.stringify({
    rows: rows.map(({ consignmentId, rowVersion }) => ({ consignmentId, rowVersion })),
    until,
  });
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
        const changes = (await response.json()) as QueueChanges;
        failures = 0;
        const shown = {
          newRows: changes.newRows,
          changed: new Map(
            changes.changed.map((row) => [row.consignmentId, row.isGone ? ('gone' as const) : ('changed' as const)]),
          ),
          isStale: false,
        };
        setFound({ body, shown });
      } catch {
        if (stop.signal.aborted) return;
        failures += 1;
        if (failures >= FAILURES_UNTIL_STALE)
          setFound((current) => ({
            body,
            shown: { ...(current.body === body ? current.shown : NOTHING), isStale: true },
          }));
      }
    };
    const timer = setInterval(() => void ask(), REFRESH_MS);
    return () => {
      clearInterval(timer);
      stop.abort();
    };
  }, [address, body]);
  return found.body === body ? found.shown : NOTHING;
}
