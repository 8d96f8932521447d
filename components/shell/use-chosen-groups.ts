'use client';

import { useSyncExternalStore } from 'react';
import {
  type ChosenGroups,
  chosenGroups,
  chosenGroupsText,
  NAVIGATION_COOKIE,
  type NavigationGroup,
} from './navigation-groups';

const YEAR_S = 31_536_000;
const listeners = new Set<() => void>();
/** Where cookies are forbidden the choice lasts as long as the page. */
let kept: string | null = null;

function read(): string {
  if (kept !== null) return kept;
  const found = document.cookie.split('; ').find((pair) => pair.startsWith(`${NAVIGATION_COOKIE}=`));
  return found?.slice(NAVIGATION_COOKIE.length + 1) ?? '';
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Which groups the person opened and closed, the same in every navigation of the page; `sent` is the cookie as the server saw it. */
export function useChosenGroups(sent: string): [ChosenGroups, (group: NavigationGroup, open: boolean) => void] {
  const chosen = chosenGroups(useSyncExternalStore(subscribe, read, () => sent));
  const choose = (group: NavigationGroup, open: boolean) => {
    kept = chosenGroupsText({ ...chosenGroups(read()), [group]: open });
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Firefox
    document.cookie = `${NAVIGATION_COOKIE}=${kept}; path=/; max-age=${YEAR_S}; samesite=lax`;
    for (const listener of listeners) listener();
  };
  return [chosen, choose];
}
