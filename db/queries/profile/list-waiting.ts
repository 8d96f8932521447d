import 'server-only';
import { and, asc, eq } from 'drizzle-orm';
import { db } from '@/db/connection';
import { profileListEditions, profileLists, profileStandings, profiles, profileVersions } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';

/** What waits for a second person: a version of a profile, or an edition of a list. */
export type WaitingRow = {
  readonly kind: 'profile' | 'list';
  /** Of the profile, or the key of the list. */
  readonly id: string;
  /** Of the profile; null for a list. */
  readonly number: number | null;
  readonly title: string;
  /** Version or edition. */
  readonly version: number;
  readonly proposedByName: string;
  readonly proposedAt: Date;
  /** The reader had a part in it: another person decides. */
  readonly isOwn: boolean;
};

/** Everything about profiles that waits for a second person, oldest first. */
export async function listWaiting(actor: Actor): Promise<WaitingRow[]> {
  authorise(actor, 'profile.read');
  const [versions, editions] = await Promise.all([
    db()
      .select({ number: profiles.number, version: profileVersions })
      .from(profileStandings)
      .innerJoin(
        profileVersions,
        and(
          eq(profileVersions.profileId, profileStandings.profileId),
          eq(profileVersions.version, profileStandings.version),
        ),
      )
      .innerJoin(profiles, eq(profiles.id, profileStandings.profileId))
      .where(eq(profileStandings.state, 'proposed'))
      .orderBy(asc(profileVersions.proposedAt)),
    db()
      .select({ title: profileLists.title, edition: profileListEditions })
      .from(profileListEditions)
      .innerJoin(profileLists, eq(profileLists.key, profileListEditions.listKey))
      .where(eq(profileListEditions.state, 'proposed')),
  ]);
  const waiting: WaitingRow[] = [
    ...versions.map(({ number, version: { profileId, version, content, authors, proposedByName, proposedAt } }) => ({
      kind: 'profile' as const,
      id: profileId,
      number,
      title: content.title,
      version,
      proposedByName,
      proposedAt,
      isOwn: authors.includes(actor.id),
    })),
    ...editions.map(({ title, edition: { listKey, edition, authors, savedByName, savedAt } }) => ({
      kind: 'list' as const,
      id: listKey,
      number: null,
      title,
      version: edition,
      proposedByName: savedByName,
      proposedAt: savedAt,
      isOwn: authors.includes(actor.id),
    })),
  ];
  return waiting.sort((a, b) => a.proposedAt.getTime() - b.proposedAt.getTime());
}
