'use client';

import { useSyncExternalStore } from 'react';
import { z } from 'zod';

const KEY = 'luxor.queue-place';
const PLACE = z.object({
  href: z.string().startsWith('/queue'),
  ids: z.array(z.string()),
  /** Index of the row that was opened last; the row itself may be gone by now. */
  index: z.int().min(0),
});

/** The part of the queue that was looked at last in this tab: its address, its rows in their order, and where one is among them. */
export type QueuePlace = z.infer<typeof PLACE>;

const listeners = new Set<() => void>();
/** What was read last: the same text is the same object, so that nothing is painted anew for it. */
let last: { text: string | null; place: QueuePlace | null } = { text: null, place: null };

/** Reads a place from its text; null for what is none. */
export function parsePlace(text: string | null): QueuePlace | null {
  if (text === null) return null;
  try {
    return PLACE.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** The rows before and after one of the list; where the row is gone, those around the hole it left. */
export function neighbours({ ids, index }: QueuePlace, id: string): { at: number; before?: string; after?: string } {
  const at = ids.indexOf(id);
  if (at >= 0) return { at, before: ids[at - 1], after: ids[at + 1] };
  return { at, before: ids[index - 1], after: ids[index] };
}

/** Where one is among rows that were read anew: at the row that was opened last, or where it was. */
export function placeIn(ids: readonly string[], place: QueuePlace): number {
  const opened = ids.indexOf(place.ids[place.index] ?? '');
  return opened >= 0 ? opened : Math.max(0, Math.min(place.index, ids.length - 1));
}

/** The place in this tab's storage; null where there is none or storage is forbidden. */
export function readPlace(): QueuePlace | null {
  try {
    const text = sessionStorage.getItem(KEY);
    if (text !== last.text) last = { text, place: parsePlace(text) };
    return last.place;
  } catch {
    return null;
  }
}

/** What the queue one came from is narrowed to, as its address has it; nothing where one came from elsewhere. */
export function queryOfPlace(): Record<string, string> {
  const [, query = ''] = readPlace()?.href.split('?') ?? [];
  return Object.fromEntries(new URLSearchParams(query));
}

/** Keeps the place for the way back. */
export function keepPlace(place: QueuePlace): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(place));
  } catch {
    return;
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The place last looked at in this tab; null while the page is made on the server. */
export function useQueuePlace(): QueuePlace | null {
  return useSyncExternalStore(subscribe, readPlace, () => null);
}
