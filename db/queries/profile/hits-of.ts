import 'server-only';
import { and, asc, desc, eq } from 'drizzle-orm';
import { db } from '@/db/connection';
import { withinScope } from '@/db/queries/clearance/scope';
import { clearances, consignments, profileHits, profiles, profileVersions } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import type { ProfileEffect } from '@/lib/profile/content';
import type { MetCondition } from '@/lib/profile/predicate';
import type { KeptBack } from '@/lib/profile/select';

export type HitView = {
  readonly profileId: string;
  readonly number: number;
  readonly version: number;
  readonly title: string;
  readonly instruction: string;
  readonly effect: ProfileEffect;
  readonly mode: 'shadow' | 'active';
  /** Why it took no part in the selection all the same. */
  readonly keptBack: KeptBack | null;
  readonly met: readonly MetCondition[];
};

/** The profiles that the version in force of a consignment of one's own offices met: those that select first. */
export async function hitsOfConsignment(actor: Actor, consignmentId: string): Promise<HitView[]> {
  authorise(actor, 'consignment.read');
  const rows = await db()
    .select({ hit: profileHits, number: profiles.number, content: profileVersions.content })
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
      clearances,
      and(eq(clearances.consignmentId, profileHits.consignmentId), eq(clearances.receivedOn, profileHits.receivedOn)),
    )
    .innerJoin(
      profileVersions,
      and(eq(profileVersions.profileId, profileHits.profileId), eq(profileVersions.version, profileHits.version)),
    )
    .innerJoin(profiles, eq(profiles.id, profileHits.profileId))
    .where(and(eq(profileHits.consignmentId, consignmentId), withinScope(actor)))
    .orderBy(asc(profileHits.mode), asc(profiles.number), desc(profileHits.version));
  return rows.map(({ hit, number, content: { title, instruction, effect } }) => ({
    profileId: hit.profileId,
    number,
    version: hit.version,
    title,
    instruction,
    effect,
    mode: hit.mode,
    keptBack: hit.keptBack,
    met: hit.met,
  }));
}
