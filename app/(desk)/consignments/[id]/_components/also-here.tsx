'use client';

import { useEffect, useState } from 'react';
import { ViewerMark } from '@/components/consignment/viewer-mark';

const NOBODY: readonly string[] = [];

/**
 * Tells colleagues that this page is open, and shows who else has it open. A page out of sight looks at nothing: it holds no connection,
 * and without one nobody is known.
 */
export function AlsoHere({ consignmentId }: { consignmentId: string }) {
  const [names, setNames] = useState(NOBODY);
  useEffect(() => {
    let stream: EventSource | null = null;
    const close = () => {
      stream?.close();
      stream = null;
      setNames(NOBODY);
    };
    const turn = () => {
      close();
      if (document.visibilityState === 'hidden') return;
      stream = new EventSource(`/api/queue/live?looking=${encodeURIComponent(consignmentId)}`);
      stream.addEventListener('viewers', ({ data }) => {
        setNames((JSON.parse(data) as Record<string, string[]>)[consignmentId] ?? NOBODY);
      });
      stream.onerror = () => setNames(NOBODY);
    };
    turn();
    document.addEventListener('visibilitychange', turn);
    return () => {
      document.removeEventListener('visibilitychange', turn);
      close();
    };
  }, [consignmentId]);
  return <ViewerMark names={names} className="shrink-0" />;
}
