import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { listActsOn, profileActsOn } from '@/db/queries/cooperation/acts-on';
import { type ReceivedWith, receivedWith } from '@/db/queries/cooperation/received-with';
import { policyListKeys } from '@/db/queries/profile/named-lists';
import {
  exchangeItems,
  profileListEditions,
  profileLists,
  profileStandings,
  profiles,
  profileVersions,
} from '@/db/schema';
import { mayPassOn, strictest } from '@/lib/cooperation/handling';
import { EXCHANGED_LISTS, type ExchangedList, type ExchangeItem } from '@/lib/cooperation/package';
import { RefusedError, refuse } from '@/lib/kernel/errors';
import { listsNamed } from '@/lib/profile/list-names';
import type { PreparedHead } from './insert-prepared';

export type Subject = { readonly subjectId: string; readonly subjectVersion: number };
/** An item with what it was made of; null where it was written for the package. */
export type Gathered = { readonly item: ExchangeItem; readonly subject: Subject | null };
/** What an item says of itself, before it has its number and its terms. */
type Bare = ExchangeItem extends infer Item
  ? Item extends ExchangeItem
    ? Omit<Item, 'number' | 'handling' | 'caveats' | 'expiresOn' | 'provenance'>
    : never
  : never;
export type Offered = { readonly bare: Bare; readonly subject: Subject | null };

const partsOf = (chosen: string): Subject => {
  const [subjectId = '', version = ''] = chosen.split(' ');
  return { subjectId, subjectVersion: Number(version) };
};

/**
 * Versions of profiles that are in force or in shadow, as their authors stated them. Conditions may not name lists that the other side
 * has not got. @throws RefusedError `cooperation.gone`, `cooperation.names_lists`
 */
export async function profilesOffered(tx: Tx, chosen: readonly string[], today: string): Promise<Offered[]> {
  const offered: Offered[] = [];
  for (const subject of chosen.map(partsOf)) {
    const [found] = await tx
      .select({ content: profileVersions.content })
      .from(profileVersions)
      .innerJoin(
        profileStandings,
        and(
          eq(profileStandings.profileId, profileVersions.profileId),
          eq(profileStandings.version, profileVersions.version),
        ),
      )
      .innerJoin(profiles, eq(profiles.id, profileVersions.profileId))
      .where(
        and(
          eq(profileVersions.profileId, subject.subjectId),
          eq(profileVersions.version, subject.subjectVersion),
          profileActsOn(today),
        ),
      );
    if (!found) throw refuse('cooperation.gone');
    const own = listsNamed(found.content.tree).filter((key) => !policyListKeys.includes(key));
    if (own.length > 0) throw refuse('cooperation.names_lists', { title: found.content.title, lists: own.join(', ') });
    const { title } = found.content;
    offered.push({ bare: { kind: 'profile', title, content: { ...found.content } }, subject });
  }
  return offered;
}

/** Editions of lists in force. @throws RefusedError `cooperation.gone`, `cooperation.list_local` */
export async function listsOffered(tx: Tx, chosen: readonly string[], today: string): Promise<Offered[]> {
  const offered: Offered[] = [];
  for (const subject of chosen.map(partsOf)) {
    const [found] = await tx
      .select({ title: profileLists.title, kind: profileLists.kind, entries: profileListEditions.entries })
      .from(profileListEditions)
      .innerJoin(profileLists, eq(profileLists.key, profileListEditions.listKey))
      .where(
        and(
          eq(profileListEditions.listKey, subject.subjectId),
          eq(profileListEditions.edition, subject.subjectVersion),
          listActsOn(today),
        ),
      );
    if (!found) throw refuse('cooperation.gone');
    const listed = EXCHANGED_LISTS.find((kind): kind is ExchangedList => kind === found.kind);
    if (!listed) throw refuse('cooperation.list_local', { title: found.title });
    offered.push({ bare: { kind: 'list', title: found.title, listed, entries: found.entries }, subject });
  }
  return offered;
}

/**
 * Gives items their number and terms. What came from another administration keeps its terms where they are stricter, and its way here;
 * what may not go on, does not. @throws RefusedError `cooperation.bound`, `cooperation.gone`
 */
export async function underTerms(
  tx: Tx,
  offered: readonly Offered[],
  head: PreparedHead,
  own: { code: string; today: string },
): Promise<Gathered[]> {
  const received = await termsOf(tx, offered, own.today);
  return offered.map(({ bare, subject }, index) => {
    const from = subject ? received.get(subject.subjectId) : undefined;
    const act = from ? ('passed_on' as const) : ('originated' as const);
    const terms = {
      number: index + 1,
      handling: strictest([head.handling, ...(from ? [from.handling] : [])]),
      caveats: [...new Set([...head.caveats, ...(from?.caveats ?? [])])],
      expiresOn: from && from.expiresOn < head.expiresOn ? from.expiresOn : head.expiresOn,
      provenance: [...(from?.provenance ?? []), { administration: own.code, act, on: own.today }],
    };
    return { item: { ...bare, ...terms }, subject };
  });
}

/**
 * Asks again, before it is signed, for what a package was made of: between preparing and approving it may have ended, or its sender taken
 * it back. @throws RefusedError `cooperation.gone`, `cooperation.bound`, `cooperation.names_lists`
 */
export async function stillOffered(tx: Tx, exchangeId: string, today: string): Promise<void> {
  const { kind, subjectId, subjectVersion } = exchangeItems;
  const items = await tx
    .select({ kind, subjectId, subjectVersion })
    .from(exchangeItems)
    .where(eq(exchangeItems.exchangeId, exchangeId));
  const chosen = (wanted: string) =>
    items.filter((item) => item.kind === wanted).map((item) => `${item.subjectId} ${item.subjectVersion}`);
  const offered = [
    ...(await profilesOffered(tx, chosen('profile'), today)),
    ...(await listsOffered(tx, chosen('list'), today)),
  ];
  await termsOf(tx, offered, today);
}

/** The terms that offered items came under, none of which forbids passing them on. @throws RefusedError `cooperation.bound`, `cooperation.gone` */
async function termsOf(tx: Tx, offered: readonly Offered[], today: string): Promise<ReadonlyMap<string, ReceivedWith>> {
  const received = await receivedWith(
    tx,
    offered.flatMap(({ subject }) => (subject ? [subject.subjectId] : [])),
  );
  for (const { bare, subject } of offered) {
    const from = subject ? received.get(subject.subjectId) : undefined;
    if (!from) continue;
    if (from.isEnded || from.expiresOn < today) throw refuse('cooperation.gone');
    if (!mayPassOn(from)) throw new RefusedError([{ code: 'cooperation.bound', params: { title: bare.title } }]);
  }
  return received;
}
