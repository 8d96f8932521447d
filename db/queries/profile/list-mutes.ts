import 'server-only';
import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { profileMutes } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';

const MOST = 100;

export type MuteRow = Pick<
  typeof profileMutes.$inferSelect,
  | 'id'
  | 'party'
  | 'until'
  | 'reason'
  | 'mutedByName'
  | 'mutedAt'
  | 'liftedByName'
  | 'liftedAt'
  | 'liftReason'
  | 'rowVersion'
> & {
  /** The consignment the party was muted from; null for one of another office. */
  readonly from: { readonly consignmentId: string; readonly reference: string } | null;
  readonly isInForce: boolean;
};

/** Whom a profile leaves alone, and whom it did: those in force first, then the latest. They act everywhere, so all are told. */
export async function listMutes(actor: Actor, profileId: string, at = new Date()): Promise<MuteRow[]> {
  authorise(actor, 'profile.read');
  const today = dayOf(at);
  const isInForce = sql<boolean>`(${and(isNull(profileMutes.liftedAt), sql`${profileMutes.until} >= ${today}`)})`;
  const rows = await db()
    .select({ mute: profileMutes, isInForce })
    .from(profileMutes)
    .where(eq(profileMutes.profileId, profileId))
    .orderBy(desc(isInForce), desc(profileMutes.mutedAt), desc(profileMutes.id))
    .limit(MOST);
  return rows.map(({ mute, isInForce: inForce }) => {
    const { id, party, until, reason, mutedByName, mutedAt, liftedByName, liftedAt, liftReason, rowVersion } = mute;
    const { consignmentId, reference, officeId } = mute;
    return {
      id,
      party,
      until,
      reason,
      mutedByName,
      mutedAt,
      liftedByName,
      liftedAt,
      liftReason,
      rowVersion,
      isInForce: inForce,
      from: actor.officeIds.includes(officeId) ? { consignmentId, reference } : null,
    };
  });
}
