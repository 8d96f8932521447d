import 'server-only';
import { asc, desc, eq, sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { profileListEditions, profileLists, profileStandings, profiles, profileVersions } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { listChanges } from '@/lib/profile/list-entries';
import { listsNamed } from '@/lib/profile/list-names';

export type ListEdition = typeof profileListEditions.$inferSelect & {
  /** Against the edition before it that was in force or took its place. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
};
export type ListView = Pick<typeof profileLists.$inferSelect, 'key' | 'title' | 'kind' | 'edition'> & {
  /** The latest first. */
  readonly editions: readonly ListEdition[];
  /** Numbers of the profiles whose versions in force, in shadow or waiting name it. */
  readonly usedBy: readonly { readonly profileId: string; readonly number: number }[];
};

/** The lists that people keep for profiles, by title, or the one asked for, with their editions. */
export async function listLists(actor: Actor, key: string | null = null): Promise<ListView[]> {
  authorise(actor, 'profile.read');
  const lists = await db()
    .select()
    .from(profileLists)
    .where(key === null ? undefined : eq(profileLists.key, key))
    .orderBy(asc(profileLists.title), asc(profileLists.key));
  if (lists.length === 0) return [];
  const [editions, uses] = await Promise.all([
    db()
      .select()
      .from(profileListEditions)
      .where(key === null ? undefined : eq(profileListEditions.listKey, key))
      .orderBy(desc(profileListEditions.edition)),
    usesOfLists(),
  ]);
  return lists.map(({ key: own, title, kind, edition }) => {
    const ofList = editions.filter(({ listKey }) => listKey === own);
    return {
      key: own,
      title,
      kind,
      edition,
      editions: ofList.map((one, index) => {
        const earlier = ofList
          .slice(index + 1)
          .find(({ state, decidedBy }) => state !== 'refused' && decidedBy !== null);
        return { ...one, ...listChanges(earlier?.entries ?? [], one.entries) };
      }),
      usedBy: uses.filter(({ names }) => names.has(own)).map(({ profileId, number }) => ({ profileId, number })),
    };
  });
}

/** What the lists in force are called, for those who write conditions. */
export async function listNames(actor: Actor): Promise<Pick<ListView, 'key' | 'title' | 'kind'>[]> {
  authorise(actor, 'profile.read');
  const { key, title, kind } = profileLists;
  return db()
    .selectDistinct({ key, title, kind })
    .from(profileLists)
    .innerJoin(profileListEditions, eq(profileListEditions.listKey, key))
    .where(eq(profileListEditions.state, 'in_force'))
    .orderBy(asc(title), asc(key));
}

/** What every list is called that people keep, by key, in force or not. */
export async function listTitles(actor: Actor): Promise<ReadonlyMap<string, string>> {
  authorise(actor, 'profile.read');
  const { key, title } = profileLists;
  const rows = await db().select({ key, title }).from(profileLists);
  return new Map(rows.map((row) => [row.key, row.title]));
}

async function usesOfLists() {
  const rows = await db()
    .select({ profileId: profiles.id, number: profiles.number, content: profileVersions.content })
    .from(profileStandings)
    .innerJoin(
      profileVersions,
      sql`${profileVersions.profileId} = ${profileStandings.profileId} and ${profileVersions.version} = ${profileStandings.version}`,
    )
    .innerJoin(profiles, eq(profiles.id, profileStandings.profileId))
    .where(sql`${profileStandings.state} in ('proposed', 'shadow', 'active', 'suspended')`)
    .orderBy(asc(profiles.number));
  const uses = new Map<string, { profileId: string; number: number; names: Set<string> }>();
  for (const { profileId, number, content } of rows) {
    const use = uses.get(profileId) ?? { profileId, number, names: new Set<string>() };
    for (const name of listsNamed(content.tree)) use.names.add(name);
    uses.set(profileId, use);
  }
  return [...uses.values()];
}
