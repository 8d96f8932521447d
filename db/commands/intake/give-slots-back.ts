import 'server-only';
import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { events, profileFacts, profileHits, profileSlots } from '@/db/schema';

/** Hits whose slot was not given back since: by a withdrawal of their version or a later one. */
export function stillHolding(): SQL {
  return sql`${profileHits.hasSlot} and not exists (select 1 from ${events} e
    where e.consignment_id = ${profileHits.consignmentId} and e.received_on = ${profileHits.receivedOn} and e.kind = 'withdrawn'
      and (e.values->>'version')::int >= ${profileHits.consignmentVersion})`;
}

/**
 * Gives the slots back that profiles spent on consignments which are being withdrawn, each once, to the office and day it was taken
 * from: the office that the data named then, which a later version may have changed. Asks before the event of the withdrawal is written: afterwards none of them holds a slot.
 */
export async function giveSlotsBack(tx: Tx, consignmentIds: readonly string[]): Promise<void> {
  const { consignmentId, profileId, consignmentVersion, hitAt, receivedOn } = profileHits;
  const first = tx
    .selectDistinctOn([consignmentId, profileId], {
      profileId,
      officeId: profileFacts.officeId,
      day: sql<string>`(${hitAt} at time zone 'UTC')::date::text`.as('day'),
    })
    .from(profileHits)
    .innerJoin(
      profileFacts,
      and(
        eq(profileFacts.consignmentId, consignmentId),
        eq(profileFacts.receivedOn, receivedOn),
        eq(profileFacts.version, consignmentVersion),
      ),
    )
    .where(and(inArray(consignmentId, [...consignmentIds]), stillHolding()))
    .orderBy(consignmentId, profileId, consignmentVersion);
  const given = new Map<string, { profileId: string; officeId: string; day: string; count: number }>();
  for (const { profileId: profile, officeId, day } of await first) {
    if (officeId === null) continue;
    const key = `${profile} ${officeId} ${day}`;
    given.set(key, { profileId: profile, officeId, day, count: (given.get(key)?.count ?? 0) + 1 });
  }
  // Rows in the order in which everybody locks them.
  for (const [, { profileId: profile, officeId, day, count }] of [...given].sort(([a], [b]) => (a < b ? -1 : 1))) {
    await tx
      .update(profileSlots)
      .set({ used: sql`greatest(0, ${profileSlots.used} - ${count}::int)` })
      .where(and(eq(profileSlots.profileId, profile), eq(profileSlots.officeId, officeId), eq(profileSlots.day, day)));
  }
}
