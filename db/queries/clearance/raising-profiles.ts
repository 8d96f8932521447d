import 'server-only';
import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { db } from '@/db/connection';
import { type clearances, consignments, profileHits, profiles, profileVersions } from '@/db/schema';
import type { ProfileEffect } from '@/lib/profile/content';
import { strongestEffect } from '@/lib/profile/strongest-effect';

/** A profile in force that a consignment meets, as a reason for its lane or score. */
export type RaisingProfile = {
  readonly profileId: string;
  readonly title: string;
  readonly effect: ProfileEffect;
};

/** The profiles in force that the versions in force of some consignments met, by consignment, strongest first. */
export async function raisingProfiles(
  keys: readonly Pick<typeof clearances.$inferSelect, 'consignmentId' | 'receivedOn'>[],
): Promise<ReadonlyMap<string, readonly RaisingProfile[]>> {
  const ids = keys.map(({ consignmentId }) => consignmentId);
  const days = [...new Set(keys.map(({ receivedOn }) => receivedOn))];
  const rows = await db()
    .select({
      consignmentId: profileHits.consignmentId,
      profileId: profileHits.profileId,
      content: profileVersions.content,
    })
    .from(profileHits)
    .innerJoin(
      consignments,
      and(
        eq(consignments.consignmentId, profileHits.consignmentId),
        eq(consignments.receivedOn, profileHits.receivedOn),
        eq(consignments.version, profileHits.consignmentVersion),
      ),
    )
    .innerJoin(
      profileVersions,
      and(eq(profileVersions.profileId, profileHits.profileId), eq(profileVersions.version, profileHits.version)),
    )
    .innerJoin(profiles, eq(profiles.id, profileHits.profileId))
    .where(
      and(
        inArray(profileHits.consignmentId, ids),
        inArray(profileHits.receivedOn, days),
        eq(profileHits.mode, 'active'),
        isNull(profileHits.keptBack),
      ),
    )
    .orderBy(asc(profiles.number));
  const byConsignment = new Map<string, RaisingProfile[]>();
  for (const { consignmentId, profileId, content } of rows) {
    const { title, effect } = content;
    byConsignment.set(consignmentId, [...(byConsignment.get(consignmentId) ?? []), { profileId, title, effect }]);
  }
  for (const met of byConsignment.values()) met.sort((one, other) => strongestEffect(one.effect, other.effect));
  return byConsignment;
}
