'use client';

import { useEffect, useState } from 'react';

/** Whether an instant (ISO text) lies behind; turns by itself when it comes. `now` is the server's, so that both paint the same first. */
export function useIsPast(at: string | null, now: string): boolean {
  const [seenMs, setSeenMs] = useState(() => Date.parse(now));
  const dueMs = at === null ? Number.POSITIVE_INFINITY : Date.parse(at);
  useEffect(() => {
    if (!Number.isFinite(dueMs)) return;
    const timer = setTimeout(() => setSeenMs(Date.now()), Math.max(0, dueMs - Date.now()) + 50);
    return () => clearTimeout(timer);
  }, [dueMs]);
  return seenMs >= dueMs;
}
