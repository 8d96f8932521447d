import 'server-only';
import { and, eq, inArray, or, type SQL } from 'drizzle-orm';
import type { Executor } from '@/db/connection';
import { namedLists } from '@/db/queries/profile/named-lists';
import { whereProfile } from '@/db/queries/profile/where-profile';
import { profileVersions } from '@/db/schema';
import { readTree } from '@/lib/profile/read-tree';
import type { ProfileChange } from '@/lib/simulation/changes';
import type { SelectingHit } from '@/lib/simulation/judge-again';

/** A version that a simulation switches on: what it asks for, and what it does. */
export type SwitchedOn = Pick<SelectingHit, 'profileId' | 'version' | 'effect' | 'dailySlots'> & {
  readonly meets: SQL;
};

export type ProfilesChanged = {
  /** Profiles whose stored hits count no more. */
  readonly profileIds: readonly string[];
  readonly on: readonly SwitchedOn[];
};

/** The versions a simulation switches on with the lists they name as these stand now. @throws Error where conditions cannot be read */
export async function profilesChanged(
  from: Executor,
  changes: readonly ProfileChange[],
  at: Date,
): Promise<ProfilesChanged> {
  const wanted = changes.filter(({ version }) => version !== null);
  if (wanted.length === 0) return { profileIds: changes.map(({ profileId }) => profileId), on: [] };
  const lists = await namedLists(from, at);
  const rows = await from
    .select()
    .from(profileVersions)
    .where(
      or(
        ...wanted.map(({ profileId, version }) =>
          and(eq(profileVersions.profileId, profileId), eq(profileVersions.version, version ?? 0)),
        ),
      ),
    );
  const on = rows.map(({ profileId, version, content: { tree, effect, dailySlots } }): SwitchedOn => {
    const read = readTree(tree, lists);
    if ('problems' in read) throw new Error(`the conditions of a profile cannot be read: ${read.problems[0]?.code}`);
    return { profileId, version, effect, dailySlots, meets: whereProfile(read.group) };
  });
  return { profileIds: changes.map(({ profileId }) => profileId), on };
}

/** Versions of the profiles named, by profile; those that are not there are absent. Takes no actor: a part of others. */
export async function versionsOf(
  from: Executor,
  profileIds: readonly string[],
): Promise<ReadonlyMap<string, readonly number[]>> {
  if (profileIds.length === 0) return new Map();
  const rows = await from
    .select({ profileId: profileVersions.profileId, version: profileVersions.version })
    .from(profileVersions)
    .where(inArray(profileVersions.profileId, [...profileIds]));
  const versions = new Map<string, readonly number[]>();
  for (const { profileId, version } of rows) versions.set(profileId, [...(versions.get(profileId) ?? []), version]);
  return versions;
}
