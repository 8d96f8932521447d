/** How often an open page says that it is still there, and after how long in silence nobody is taken to look any more. */
export const VIEWER_BEAT_MS = 15_000;
export const VIEWER_GONE_MS = 40_000;

/** Somebody who has the page of a consignment open. */
export type Viewer = { readonly consignmentId: string; readonly userId: string; readonly name: string };

/** The first letters of a name, two at most: `A. Kaya` is AK, `Maria del Mar Ruiz` is MR. */
export function initialsOf(name: string): string {
  const letters = name.split(/\s+/u).flatMap((word) => /[\p{L}\p{N}]/u.exec(word)?.[0] ?? []);
  const [first = '', ...rest] = letters;
  return `${first}${rest.at(-1) ?? ''}`.toLocaleUpperCase('en');
}

/** Who looks at which consignment, each person once and by name; the reader is left out. */
export function viewersByConsignment(
  viewers: readonly Viewer[],
  readerId: string,
): Readonly<Record<string, readonly string[]>> {
  const names = new Map<string, Map<string, string>>();
  for (const { consignmentId, userId, name } of viewers) {
    if (userId === readerId) continue;
    const own = names.get(consignmentId) ?? new Map<string, string>();
    names.set(consignmentId, own.set(userId, name));
  }
  return Object.fromEntries(
    [...names].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, people]) => [id, [...people.values()].sort()]),
  );
}
