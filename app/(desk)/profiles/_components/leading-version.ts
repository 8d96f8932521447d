import type { ProfileView, VersionView } from '@/db/queries/profile/list-profiles';
import type { ProfileState } from '@/lib/profile/life-cycle';

/** The version that counts for a profile: the one that selects or watches, else the latest. */
export const leadingVersion = ({ versions }: ProfileView): VersionView | undefined =>
  versions.find(({ state }) => state === 'active') ?? versions.find(({ state }) => state === 'shadow') ?? versions[0];

const STANDING: readonly ProfileState[] = ['active', 'suspended'];

/**
 * The version that another is held against; null for the first. What waits for a second person is held against the one it would take the
 * place of, whatever was proposed or watched between; every other against the latest before it that was not sent back, else the latest.
 */
export function versionBefore({ versions }: ProfileView, version: number): VersionView | null {
  const earlier = versions.filter((one) => one.version < version);
  const isProposed = versions.some((one) => one.version === version && one.state === 'proposed');
  const standing = isProposed ? earlier.find(({ state }) => STANDING.includes(state)) : undefined;
  return standing ?? earlier.find(({ state }) => state !== 'refused') ?? earlier[0] ?? null;
}

/** The version that waits for a second person, beside the one that counts. */
export const waitingVersion = (profile: ProfileView): VersionView | undefined =>
  profile.versions.find((version) => version.state === 'proposed' && version !== leadingVersion(profile));

/** What a profile is called: by the version that counts, else by its draft; null where it has no title yet. */
export function titleOf(profile: ProfileView): string | null {
  const version = leadingVersion(profile);
  if (version) return version.content.title;
  const { draft } = profile;
  const title = typeof draft === 'object' && draft !== null && 'title' in draft ? draft.title : null;
  return typeof title === 'string' && title.trim() !== '' ? title : null;
}

/** The version in force and the one in shadow, with the moment from which on both look at the same traffic; null where one of them is wanting. */
export function bothLooking(
  versions: ProfileView['versions'],
): { readonly active: number; readonly shadow: number; readonly since: Date } | null {
  const looking = (wanted: 'active' | 'shadow') => versions.find(({ state, isOver }) => state === wanted && !isOver);
  const [active, shadow] = [looking('active'), looking('shadow')];
  if (!active || !shadow) return null;
  const since = active.changedAt > shadow.changedAt ? active.changedAt : shadow.changedAt;
  return { active: active.version, shadow: shadow.version, since };
}
