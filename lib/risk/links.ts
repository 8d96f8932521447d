import { parseDay } from '@/lib/kernel/dates';
import { isUuid } from '@/lib/kernel/ids';

/** What two consignments can share, what ties them closest first. */
export const LINK_KINDS = ['recipient', 'address', 'phone', 'sender', 'scheme'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

/** The keys of one consignment; null where it has none that tells anything. */
export type LinkKeys = Readonly<Record<LinkKind, string | null>>;

/** Kinds that lead on from a linked consignment: a scheme number of others would lead to half the traffic. */
export const LEADING_KINDS = ['recipient', 'address', 'phone', 'sender'] as const satisfies readonly LinkKind[];

/** What two consignments share: all consignments that bear one key. */
export type Hub = {
  readonly kind: LinkKind;
  readonly key: string;
  /** Consignments that bear it, most recent first, those of the step before among them. */
  readonly members: readonly string[];
  /** There are more than are shown. */
  readonly isMore: boolean;
};

/** Keys that linked consignments bear and the first one does not: where a second step can lead to. Most borne first. */
export function keysAhead(
  own: LinkKeys,
  linked: readonly { readonly consignmentId: string; readonly keys: LinkKeys }[],
  most: number,
): readonly Pick<Hub, 'kind' | 'key' | 'members'>[] {
  const hubs = new Map<string, { kind: LinkKind; key: string; members: string[] }>();
  for (const { consignmentId, keys } of linked) {
    for (const kind of LEADING_KINDS) {
      const key = keys[kind];
      if (key === null || key === own[kind]) continue;
      const slot = `${kind} ${key}`;
      const hub = hubs.get(slot) ?? { kind, key, members: [] };
      hub.members.push(consignmentId);
      hubs.set(slot, hub);
    }
  }
  return [...hubs.values()].sort((a, b) => b.members.length - a.members.length).slice(0, most);
}

/** The last consignment of a page: most recent day first, then by id. */
export type LinkCursor = { readonly day: string; readonly consignmentId: string };

/** The cursor as it stands in an address. */
export function linkCursorText({ day, consignmentId }: LinkCursor): string {
  return `${day}.${consignmentId}`;
}

/** Reads a cursor; null for anything that is not one. */
export function parseLinkCursor(text: unknown): LinkCursor | null {
  const [day = '', consignmentId = '', ...rest] = typeof text === 'string' ? text.split('.') : [];
  return rest.length > 0 || parseDay(day) === null || !isUuid(consignmentId) ? null : { day, consignmentId };
}
