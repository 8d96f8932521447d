import type { NavigationGroup } from './navigation-groups';
import type { IconName } from './navigation-icon';

/** A place in the navigation of a role. */
export type NavigationEntry = {
  href: string;
  /** Key under `shell.navigation` of the catalogue. */
  labelKey: string;
  icon: IconName;
  /** The letter after `g` that goes there. */
  key?: string;
  /** The heading it stands under; without one among the person's own, at the end. */
  group?: NavigationGroup;
  /** How much waits there for the person, with the sentence that says it. */
  waiting?: { count: number; text: string };
};

export type ShellUser = { name: string; role: string; roleLabel: string };
/** `waiting`: how many consignments wait there for an officer; null for who does not work a queue. */
export type ShellOffice = { id: string; name: string; waiting: number | null };

/** A server action as the shell calls it; a form's `officeId` names the office to change to. */
export type ShellAction = (form: FormData) => Promise<unknown>;

/** Whether a place is the one shown: its own page or a page below it. */
export function isCurrent(href: string, pathname: string): boolean {
  const path = href.split('?')[0] ?? href;
  return path === '/' ? pathname === '/' : pathname === path || pathname.startsWith(`${path}/`);
}

/** The place shown: of those that hold the address, the one that names most of it; null for none. */
export function currentPlace(entries: readonly NavigationEntry[], pathname: string): NavigationEntry | null {
  const holding = entries.filter(({ href }) => isCurrent(href, pathname));
  return holding.reduce<NavigationEntry | null>(
    (longest, entry) => (longest && longest.href.length >= entry.href.length ? longest : entry),
    null,
  );
}

/** The places that list consignments; each narrows its list by `?find=`. */
const FINDING = ['consignments', 'tracking'];

/** Where a role looks a reference up; null when none of its places lists consignments. */
export function findHref(entries: readonly NavigationEntry[], reference: string): string | null {
  const place = entries.find(({ labelKey }) => FINDING.includes(labelKey));
  return place ? `${place.href}?find=${encodeURIComponent(reference)}` : null;
}
