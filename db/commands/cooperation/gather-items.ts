import 'server-only';
import { and, eq, inArray } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { receivedWith } from '@/db/queries/cooperation/received-with';
import { policyListKeys } from '@/db/queries/profile/named-lists';
import { profileListEditions, profileLists, profileStandings, profileVersions } from '@/db/schema';
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
export async function profilesOffered(tx: Tx, chosen: readonly string[]): Promise<Offered[]> {
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
      .where(
        and(
          eq(profileVersions.profileId, subject.subjectId),
          eq(profileVersions.version, subject.subjectVersion),
          inArray(profileStandings.state, ['shadow', 'active']),
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
export async function listsOffered(tx: Tx, chosen: readonly string[]): Promise<Offered[]> {
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
          eq(profileListEditions.state, 'in_force'),
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
 * what may not go on, does not. @throws RefusedError `cooperation.bound`
 */
export async function underTerms(
  tx: Tx,
  offered: readonly Offered[],
  head: PreparedHead,
  own: { code: string; today: string },
): Promise<Gathered[]> {
  const received = await receivedWith(
    tx,
    offered.flatMap(({ subject }) => (subject ? [subject.subjectId] : [])),
  );
  return offered.map(({ bare, subject }, index) => {
    const from = subject ? received.get(subject.subjectId) : undefined;
    if (from && !mayPassOn(from))
      throw new RefusedError([{ code: 'cooperation.bound', params: { title: bare.title } }]);
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
