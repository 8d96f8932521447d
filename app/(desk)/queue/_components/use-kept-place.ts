import { type RefObject, useEffect, useMemo } from 'react';
import { keepPlace, placeIn, readPlace } from './queue-place';

/**
 * Keeps which rows are shown for the consignments opened from here, and puts the focus on the row one comes back from, or on the one in
 * its place: from the first moment Enter opens what is marked. Whoever already is at work somewhere on the page is left there.
 */
export function useKeptPlace(
  rows: readonly { readonly consignmentId: string }[],
  body: RefObject<HTMLElement | null>,
): void {
  const ids = useMemo(() => rows.map(({ consignmentId }) => consignmentId), [rows]);
  useEffect(() => {
    const href = `${window.location.pathname}${window.location.search}`;
    const place = readPlace();
    keepPlace({ href, ids, index: place?.href === href ? placeIn(ids, place) : 0 });
  }, [ids]);
  useEffect(() => {
    const at = document.activeElement;
    if (at?.closest('main, [role=dialog], input, textarea, select')) return;
    const index = readPlace()?.index ?? 0;
    const link = body.current?.querySelectorAll<HTMLAnchorElement>('a[data-row]')[index];
    link?.focus({ preventScroll: true });
    if (index > 0) link?.scrollIntoView({ block: 'nearest' });
  }, [body]);
}
