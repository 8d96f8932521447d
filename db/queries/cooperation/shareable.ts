import 'server-only';
import { and, asc, eq, inArray } from 'drizzle-orm';
import { db } from '@/db/connection';
import { profileListEditions, profileLists, profileStandings, profiles, profileVersions } from '@/db/schema';
import { mayPassOn } from '@/lib/cooperation/handling';
import { EXCHANGED_LISTS } from '@/lib/cooperation/package';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { listActsOn, profileActsOn } from './acts-on';
import { receivedWith } from './received-with';

/** A profile or list that may be put into a package, as it is chosen; `isBound` where the terms it came under forbid it. */
export type Shareable = {
  readonly value: string;
  readonly title: string;
  readonly detail: string;
  readonly isBound: boolean;
};

/** Profiles in force or in shadow, and lists in force of kinds that mean the same elsewhere. */
export async function listShareable(
  actor: Actor,
  at = new Date(),
): Promise<{ readonly profiles: readonly Shareable[]; readonly lists: readonly Shareable[] }> {
  authorise(actor, 'cooperation.prepare');
  const today = dayOf(at);
  const ownProfiles = await db()
    .select({
      id: profiles.id,
      number: profiles.number,
      version: profileVersions.version,
      content: profileVersions.content,
    })
    .from(profileStandings)
    .innerJoin(
      profileVersions,
      and(
        eq(profileVersions.profileId, profileStandings.profileId),
        eq(profileVersions.version, profileStandings.version),
      ),
    )
    .innerJoin(profiles, eq(profiles.id, profileStandings.profileId))
    .where(profileActsOn(today))
    .orderBy(asc(profiles.number), asc(profileVersions.version));
  const ownLists = await db()
    .select({ key: profileLists.key, title: profileLists.title, edition: profileListEditions.edition })
    .from(profileListEditions)
    .innerJoin(profileLists, eq(profileLists.key, profileListEditions.listKey))
    .where(and(listActsOn(today), inArray(profileLists.kind, [...EXCHANGED_LISTS])))
    .orderBy(asc(profileLists.title), asc(profileLists.key));
  const terms = await receivedWith(db(), [...ownProfiles.map(({ id }) => id), ...ownLists.map(({ key }) => key)]);
  const isBound = (id: string) => {
    const from = terms.get(id);
    return from !== undefined && !mayPassOn(from);
  };
  const isThere = (id: string) => {
    const from = terms.get(id);
    return from === undefined || (!from.isEnded && from.expiresOn >= today);
  };
  return {
    profiles: ownProfiles
      .filter(({ id }) => isThere(id))
      .map(({ id, number, version, content }) => ({
        ...{ value: `${id} ${version}`, title: content.title, detail: `${number}.${version}`, isBound: isBound(id) },
      })),
    lists: ownLists
      .filter(({ key }) => isThere(key))
      .map(({ key, title, edition }) => ({
        ...{ value: `${key} ${edition}`, title, detail: String(edition), isBound: isBound(key) },
      })),
  };
}
