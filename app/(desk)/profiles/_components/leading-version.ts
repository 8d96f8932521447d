import type { ProfileView, VersionView } from '@/db/queries/profile/list-profiles';

/** The version that counts for a profile: the one that selects or watches, else the latest. */
export const leadingVersion = ({ versions }: ProfileView): VersionView | undefined =>
  versions.find(({ state }) => state === 'active') ?? versions.find(({ state }) => state === 'shadow') ?? versions[0];

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
