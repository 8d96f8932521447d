'use client';

import { useSyncExternalStore } from 'react';

const KEY = 'luxor.goes-on';
const listeners = new Set<() => void>();
/** Where storage is forbidden the choice lasts as long as the page. */
let chosen: boolean | null = null;

function read(): boolean {
  if (chosen !== null) return chosen;
  try {
    return localStorage.getItem(KEY) === 'yes';
  } catch {
    return false;
  }
}

function choose(wanted: boolean): void {
  chosen = wanted;
  try {
    localStorage.setItem(KEY, wanted ? 'yes' : 'no');
  } catch {
    // Kept in `chosen` above.
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether the next consignment opens after a decision; remembered in this browser. */
export function useGoesOn(): [boolean, (goesOn: boolean) => void] {
  return [useSyncExternalStore(subscribe, read, () => false), choose];
}
