import { useCallback, useState } from 'react';
import type { QueueRow } from '@/db/queries/clearance/queue-row';

const ADDRESS = '/api/queue/together';

/** What the release of several needs to know of each. */
export type TogetherRow = QueueRow;

/** Reads what a filter of the queue finds beyond the page; null where it could not be read. */
export function useMatchingRows() {
  const [isReading, setReading] = useState(false);
  const read = useCallback(async (query: Readonly<Record<string, string>>): Promise<readonly TogetherRow[] | null> => {
    setReading(true);
    try {
      const answer = await fetch(`${ADDRESS}?${new URLSearchParams(query)}`, { cache: 'no-store' });
      return answer.ok ? ((await answer.json()) as { rows: TogetherRow[] }).rows : null;
    } catch {
      return null;
    } finally {
      setReading(false);
    }
  }, []);
  return { read, isReading };
}
