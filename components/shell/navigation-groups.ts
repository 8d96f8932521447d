import type { NavigationEntry } from './shell-types';

/** The headings places stand under, in their order; `own` is what belongs to the person, and stands at the end without a heading. */
export const NAVIGATION_GROUPS = ['work', 'risk', 'revenue', 'figures', 'partners', 'administration', 'own'] as const;
export type NavigationGroup = (typeof NAVIGATION_GROUPS)[number];

/** So many places are seen at once on every screen, so they need no headings. */
const MOST_WITHOUT_HEADINGS = 14;

/** The cookie of which groups are open: the server draws them so, and nothing moves when the page wakes up. */
export const NAVIGATION_COOKIE = 'navigation';

/** What stands together: under a heading that opens and closes, or, `group` being null, without one. */
export type NavigationPart = { readonly group: NavigationGroup | null; readonly entries: readonly NavigationEntry[] };

/** The places of a role in parts: all in one where they are few, else by group in the order of the groups. */
export function partsOf(entries: readonly NavigationEntry[]): NavigationPart[] {
  if (entries.length <= MOST_WITHOUT_HEADINGS) return entries.length > 0 ? [{ group: null, entries }] : [];
  return NAVIGATION_GROUPS.map((group) => ({
    group: group === 'own' ? null : group,
    entries: entries.filter((entry) => (entry.group ?? 'own') === group),
  })).filter((part) => part.entries.length > 0);
}

/** What a person opened (`true`) and closed (`false`); groups that are not named were never touched. */
export type ChosenGroups = Readonly<Partial<Record<NavigationGroup, boolean>>>;

/** Reads the value of the cookie, such as `work.risk-`: a name is open, one with a dash closed; what is not understood is passed over. */
export function chosenGroups(value: string): ChosenGroups {
  const parts = value.split('.').map((part) => [part.replace(/-$/, ''), !part.endsWith('-')] as const);
  return Object.fromEntries(parts.filter(([group]) => NAVIGATION_GROUPS.some((known) => known === group)));
}

/** The value of the cookie; read back it is the same choice. */
export function chosenGroupsText(chosen: ChosenGroups): string {
  return NAVIGATION_GROUPS.flatMap((group) => {
    const open = chosen[group];
    return open === undefined ? [] : [open ? group : `${group}-`];
  }).join('.');
}

/** Whether a group is open: as the person chose; else the first one and the one with the page that is shown. */
export function isOpen(
  chosen: ChosenGroups,
  part: NavigationPart,
  first: boolean,
  place: NavigationEntry | null,
): boolean {
  if (part.group === null) return true;
  return chosen[part.group] ?? (first || (place !== null && part.entries.includes(place)));
}
