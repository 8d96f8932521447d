import 'server-only';
import { and, eq, inArray, isNotNull, type SQL, sql } from 'drizzle-orm';
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
 * from: the office that the data named then, which a later version may have changed. Three statements, however many there are. Asks before the event of the withdrawal is written: afterwards none of them holds a slot.
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
  const rows = first.as('first');
  const given = await tx
    .select({ profile: rows.profileId, office: rows.officeId, day: rows.day, count: sql<number>`count(*)::int` })
    .from(rows)
    .where(isNotNull(rows.officeId))
    .groupBy(rows.profileId, rows.officeId, rows.day);
  if (given.length === 0) return;
  const wanted = sql`json_to_recordset(${JSON.stringify(given)}::json) as k(profile uuid, office text, day date, count integer)`;
  const { profileId: profile, officeId: office, day } = profileSlots;
  // Locked in the order in which everybody locks them.
  await tx
    .select({ day })
    .from(profileSlots)
    .where(sql`(${profile}, ${office}, ${day}) in (select k.profile, k.office, k.day from ${wanted})`)
    .orderBy(profile, sql`${office} collate "C"`, day)
    .for('update');
  await tx.execute(sql`
    update ${profileSlots} s set used = greatest(0, s.used - k.count)
    from ${wanted}
    where s.profile_id = k.profile and s.office_id = k.office and s.day = k.day`);
}
