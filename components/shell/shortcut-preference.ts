'use client';

import { useSyncExternalStore } from 'react';

/** Where a browser remembers that its reader switched single-key shortcuts off. */
const STORAGE_KEY = 'luxor.shortcuts';
const CHANGED = 'luxor:shortcuts';

/** Whether single-key shortcuts are on; they are unless switched off (WCAG 2.1.4). Storage may be forbidden: then on. */
export function shortcutsEnabled(): boolean {
  try {
    return localStorage.getItem(STORAGE_KEY) !== 'off';
  } catch {
    return true;
  }
}

/** Keeps the choice in this browser and tells every open part of the page. */
export function enableShortcuts(enabled: boolean): void {
  try {
    localStorage.setItem(STORAGE_KEY, enabled ? 'on' : 'off');
  } catch {
    return;
  }
  window.dispatchEvent(new Event(CHANGED));
}

function subscribe(changed: () => void): () => void {
  window.addEventListener(CHANGED, changed);
  window.addEventListener('storage', changed);
  return () => {
    window.removeEventListener(CHANGED, changed);
    window.removeEventListener('storage', changed);
  };
}

/** The choice as state. */
export function useShortcutsEnabled(): boolean {
  return useSyncExternalStore(subscribe, shortcutsEnabled, () => true);
}
