import { useCallback, useMemo, useState } from 'react';
import type { ShownRow } from './queue-list';

export type Chosen = {
  /** The chosen rows as they are on the screen, in its order. */
  readonly rows: readonly ShownRow[];
  readonly has: (consignmentId: string) => boolean;
  readonly toggle: (consignmentId: string) => void;
  /** Chooses these and no other. */
  readonly set: (consignmentIds: readonly string[]) => void;
};

/** Rows an officer chose to act on together. What is no longer on the screen is no longer chosen. */
export function useChosen(rows: readonly ShownRow[]): Chosen {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const toggle = useCallback(
    (consignmentId: string) =>
      setIds((current) => {
        const next = new Set(current);
        if (!next.delete(consignmentId)) next.add(consignmentId);
        return next;
      }),
    [],
  );
  const set = useCallback((wanted: readonly string[]) => setIds(new Set(wanted)), []);
  return useMemo(
    () => ({
      rows: rows.filter(({ consignmentId }) => ids.has(consignmentId)),
      has: (consignmentId: string) => ids.has(consignmentId),
      toggle,
      set,
    }),
    [rows, ids, toggle, set],
  );
}

/** A row as every act names it: by what was seen of it. */
export function seenOf({ consignmentId, rowVersion }: { consignmentId: string; rowVersion: number }) {
  return { consignmentId, rowVersion };
}
