import 'server-only';
import { and, eq } from 'drizzle-orm';
import { db } from '@/db/connection';
import { type consignments, parties } from '@/db/schema';
import { type MaskedParty, maskParty } from '@/lib/clearance/mask-party';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { type Hub, keysAhead, LINK_KINDS, type LinkCursor, type LinkKeys, type LinkKind } from '@/lib/risk/links';
import { findScoped } from './find-scoped';
import { type Asked, askedOf, bearersOf, keysOfConsignments } from './link-keys';
import { type LinkedConsignment, linkedRows } from './linked-rows';

/** Consignments shown on each link of the first and second step, and links followed in the second. */
const SHOWN = { first: 6, second: 4, links: 8 };
const PAGE = 25;

export type LinkPage = {
  readonly rows: readonly (LinkedConsignment & { readonly kinds: readonly LinkKind[] })[];
  readonly next: LinkCursor | null;
};

export type Links = {
  readonly reference: string;
  /** Kinds this consignment can be linked by. */
  readonly kinds: readonly LinkKind[];
  /** Sender and recipient as they are shown until somebody reveals them. */
  readonly parties: Readonly<Record<'sender' | 'recipient', MaskedParty | null>>;
  readonly schemeId: string | null;
  readonly firstHubs: readonly Hub[];
  readonly secondHubs: readonly Hub[];
  /** By id: every consignment on a hub. */
  readonly consignments: ReadonlyMap<string, LinkedConsignment>;
  readonly page: LinkPage;
};

export type LinksWish = {
  readonly steps: 1 | 2;
  /** What the list shows; null: whatever the consignments share. */
  readonly kind: LinkKind | null;
  readonly after: LinkCursor | null;
};

const NO_KEYS: LinkKeys = { recipient: null, address: null, phone: null, sender: null, scheme: null };

/**
 * The consignments of the last twelve months that share recipient, address, telephone, sender or scheme number with one, within the
 * actor's offices: as a network of one or two steps with a bounded number of the most recent, and as a list by pages. Personal data
 * are masked. @throws NotFoundError for a foreign one too
 */
export async function getLinks(actor: Actor, consignmentId: string, wish: LinksWish, at = new Date()): Promise<Links> {
  authorise(actor, 'consignment.read');
  const { clearance, consignment } = await findScoped(actor, consignmentId);
  const keys = (await keysOfConsignments([clearance])).get(consignmentId) ?? NO_KEYS;
  const today = dayOf(at);
  const asked = askedOf(keys);
  const [first, page, people] = await Promise.all([
    hubsOf(actor, asked, [consignmentId], { today, limit: SHOWN.first }),
    pageOf(actor, consignmentId, askedOf(keys, wish.kind), wish.after, today),
    maskedParties(consignment),
  ]);
  const second = wish.steps === 2 ? await secondStep(actor, consignmentId, keys, first.rows, today) : NOTHING;
  return {
    reference: clearance.reference,
    kinds: asked.map(({ kind }) => kind),
    parties: people,
    schemeId: consignment.schemeId,
    firstHubs: first.hubs,
    secondHubs: second.hubs,
    consignments: new Map([...first.rows, ...second.rows].map((row) => [row.consignmentId, row])),
    page,
  };
}

type Step = { readonly hubs: readonly Hub[]; readonly rows: readonly LinkedConsignment[] };
const NOTHING: Step = { hubs: [], rows: [] };

/** The bearers of each key beside those known, and whether there are more. */
async function hubsOf(
  actor: Actor,
  asked: readonly Asked[],
  without: readonly string[],
  { today, limit }: { readonly today: string; readonly limit: number },
): Promise<Step> {
  const bearers = await bearersOf(actor, asked, without, { today, after: null, limit: limit + 1 });
  const found = asked.map((one, place) => {
    const own = bearers.filter(({ hub }) => hub === place);
    return { ...one, bearers: own.slice(0, limit), isMore: own.length > limit };
  });
  const rows = await linkedRows(
    actor,
    found.flatMap((hub) => hub.bearers),
  );
  const visible = new Set(rows.map((row) => row.consignmentId));
  return {
    rows,
    hubs: found.map(({ kind, key, bearers: own, isMore }) => ({
      kind,
      key,
      members: own.flatMap((one) => (visible.has(one.consignmentId) ? [one.consignmentId] : [])),
      isMore,
    })),
  };
}

async function secondStep(
  actor: Actor,
  consignmentId: string,
  keys: LinkKeys,
  linked: readonly LinkedConsignment[],
  today: string,
): Promise<Step> {
  const keysOf = await keysOfConsignments(linked);
  const ahead = keysAhead(
    keys,
    linked.map((row) => ({ consignmentId: row.consignmentId, keys: keysOf.get(row.consignmentId) ?? NO_KEYS })),
    SHOWN.links * 2,
  );
  const known = [consignmentId, ...linked.map((row) => row.consignmentId)];
  const { hubs, rows } = await hubsOf(actor, ahead, known, { today, limit: SHOWN.second });
  const kept = hubs
    .map((hub, place) => ({ ...hub, members: [...(ahead[place]?.members ?? []), ...hub.members] }))
    // A key that one linked consignment alone bears leads nowhere.
    .filter(({ members }) => members.length > 1)
    .slice(0, SHOWN.links);
  const shown = new Set(kept.flatMap(({ members }) => members));
  return { hubs: kept, rows: rows.filter((row) => shown.has(row.consignmentId)) };
}

/** A page of the list: the most recent of every key, each consignment once with all it shares. */
async function pageOf(
  actor: Actor,
  consignmentId: string,
  asked: readonly Asked[],
  after: LinkCursor | null,
  today: string,
): Promise<LinkPage> {
  const bearers = await bearersOf(actor, asked, [consignmentId], { today, after, limit: PAGE + 1 });
  // What is among the first of one key is among the first of every key it bears: all go in the same order.
  const kinds = new Map<string, LinkKind[]>();
  for (const { hub, consignmentId: id } of bearers) {
    const kind = asked[hub]?.kind;
    if (kind) kinds.set(id, [...(kinds.get(id) ?? []), kind]);
  }
  const first = [...new Map(bearers.map((one) => [one.consignmentId, one])).values()]
    .sort((a, b) => (a.day === b.day ? (a.consignmentId < b.consignmentId ? 1 : -1) : a.day < b.day ? 1 : -1))
    .slice(0, PAGE + 1);
  const last = first[PAGE - 1];
  const rows = await linkedRows(actor, first.slice(0, PAGE));
  return {
    rows: rows.map((row) => ({
      ...row,
      kinds: LINK_KINDS.filter((kind) => kinds.get(row.consignmentId)?.includes(kind)),
    })),
    next: first.length > PAGE && last ? { day: last.day, consignmentId: last.consignmentId } : null,
  };
}

async function maskedParties(row: typeof consignments.$inferSelect): Promise<Links['parties']> {
  const { consignmentId, receivedOn, version, kind, name, city, country } = parties;
  const people = await db()
    .select({ kind, name, city, country })
    .from(parties)
    .where(and(eq(consignmentId, row.consignmentId), eq(receivedOn, row.receivedOn), eq(version, row.version)));
  const of = (which: 'sender' | 'recipient') => {
    const found = people.find((person) => person.kind === which);
    return found ? maskParty(found) : null;
  };
  return { sender: of('sender'), recipient: of('recipient') };
}
