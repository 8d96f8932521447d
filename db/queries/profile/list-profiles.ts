import 'server-only';
import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { clearances, profileHits, profileStandings, profiles, profileVersions } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { addDays, dayOf } from '@/lib/kernel/dates';
import type { ProfileContent } from '@/lib/profile/content';
import { isOver, type ProfileState } from '@/lib/profile/life-cycle';

export type VersionView = {
  readonly version: number;
  readonly content: ProfileContent;
  readonly state: ProfileState;
  /** The reader wrote at it or proposed it: another person decides. */
  readonly isOwn: boolean;
  readonly proposedByName: string;
  readonly proposedAt: Date;
  readonly shadowUntil: string | null;
  readonly expiresOn: string | null;
  readonly changedByName: string;
  readonly changedAt: Date;
  readonly reason: string | null;
  readonly rowVersion: number;
  /** Its last day is over: it looks at nothing any more, whatever its state. */
  readonly isOver: boolean;
  /** Consignments of the reader's offices that met it in the last thirty days. */
  readonly hits30d: number;
};
export type ProfileView = {
  readonly profileId: string;
  readonly number: number;
  readonly ownerName: string;
  readonly draft: unknown;
  readonly rowVersion: number;
  readonly changedAt: Date;
  /** The latest first. */
  readonly versions: readonly VersionView[];
};

/** Every profile by number, or the one asked for, with its versions, where they stand, and how many consignments met them of late. */
export async function listProfiles(
  actor: Actor,
  profileId: string | null = null,
  at = new Date(),
): Promise<ProfileView[]> {
  authorise(actor, 'profile.read');
  const found = await db()
    .select()
    .from(profiles)
    .where(profileId ? eq(profiles.id, profileId) : undefined)
    .orderBy(asc(profiles.number));
  const ids = found.map(({ id }) => id);
  if (ids.length === 0) return [];
  const [versions, hits] = await Promise.all([
    db()
      .select({ version: profileVersions, standing: profileStandings })
      .from(profileVersions)
      .innerJoin(
        profileStandings,
        and(
          eq(profileStandings.profileId, profileVersions.profileId),
          eq(profileStandings.version, profileVersions.version),
        ),
      )
      .where(inArray(profileVersions.profileId, ids))
      .orderBy(desc(profileVersions.version)),
    hitsOfLate(actor, ids, at),
  ]);
  return found.map(({ id, number, ownerName, draft, rowVersion, changedAt }) => ({
    profileId: id,
    number,
    ownerName,
    draft,
    rowVersion,
    changedAt,
    versions: versions
      .filter(({ version }) => version.profileId === id)
      .map(({ version: { version, content, authors, proposedByName, proposedAt }, standing }) => ({
        version,
        content,
        isOwn: authors.includes(actor.id),
        proposedByName,
        proposedAt,
        state: standing.state,
        shadowUntil: standing.shadowUntil,
        expiresOn: standing.expiresOn,
        changedByName: standing.changedByName,
        changedAt: standing.changedAt,
        reason: standing.reason,
        rowVersion: standing.rowVersion,
        isOver: isOver(standing, dayOf(at)),
        hits30d: hits.get(`${id} ${version}`) ?? 0,
      })),
  }));
}

/** Of the reader's offices. */
async function hitsOfLate(actor: Actor, ids: readonly string[], at: Date): Promise<ReadonlyMap<string, number>> {
  const { profileId, version, receivedOn, consignmentId } = profileHits;
  const rows = await db()
    .select({ profileId, version, hits: sql<number>`count(distinct ${consignmentId})::int` })
    .from(profileHits)
    .innerJoin(clearances, and(eq(clearances.consignmentId, consignmentId), eq(clearances.receivedOn, receivedOn)))
    .where(
      and(
        inArray(profileId, [...ids]),
        sql`${receivedOn} >= ${addDays(dayOf(at), -29)}`,
        inArray(clearances.officeId, [...actor.officeIds]),
      ),
    )
    .groupBy(profileId, version);
  return new Map(rows.map((row) => [`${row.profileId} ${row.version}`, row.hits]));
}
