import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, isNotNull, lte, or, sql } from 'drizzle-orm';
import { writeAudit } from '@/db/audit';
import { now } from '@/db/clock';
import { db } from '@/db/connection';
import { logLine, messageOf } from '@/db/log';
import { clearances, events } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { wakenBy } from '@/lib/clearance/decide-snooze';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';

const PER_RUN = 1_000;

/** Brings back what was put off until now, what new data arrived for, and of what waits for a higher score that whose score rose. Gives how many. */
export async function wakeSnoozed(at = now()): Promise<number> {
  const due = await db()
    .select({ consignmentId: clearances.consignmentId, receivedOn: clearances.receivedOn })
    .from(clearances)
    .where(isDue(at))
    .orderBy(clearances.actByAt)
    .limit(PER_RUN);
  let woken = 0;
  // One by one, as leases are returned: who holds one row must not wait for another.
  for (const key of due) {
    try {
      if (await wake(key, at)) woken += 1;
    } catch (error) {
      // One that cannot be woken now holds up no other.
      logLine('error', 'clearance.wake_failed', { consignmentId: key.consignmentId, message: messageOf(error) });
    }
  }
  return woken;
}

type Key = Pick<typeof clearances.$inferSelect, 'consignmentId' | 'receivedOn'>;

/** Wakes one, unless an officer took it meanwhile. */
async function wake({ consignmentId, receivedOn }: Key, at: Date): Promise<boolean> {
  return inTransaction(async (tx) => {
    const [row] = await tx
      .update(clearances)
      .set({ snoozedUntil: null, wokeAt: at, rowVersion: sql`${clearances.rowVersion} + 1` })
      .where(and(eq(clearances.consignmentId, consignmentId), eq(clearances.receivedOn, receivedOn), isDue(at)))
      .returning({
        officeId: clearances.officeId,
        snooze: clearances.snooze,
        isUpdated: clearances.isUpdated,
        score: clearances.score,
      });
    if (!row) return false;
    // What was due by the clock of the database is due by its row.
    const because = wakenBy({ ...row, until: at }, at) ?? 'time';
    await tx.insert(events).values({
      consignmentId,
      receivedOn,
      eventId: randomUUID(),
      at,
      kind: 'snooze_over',
      actorId: SYSTEM_ACTOR.id,
      actorName: SYSTEM_ACTOR.name,
      values: { name: row.snooze?.byName ?? null, waitsFor: because },
    });
    await writeAudit(
      tx,
      SYSTEM_ACTOR,
      {
        action: 'clearance.wake',
        subjectType: 'consignment',
        subjectId: consignmentId,
        officeId: row.officeId,
        details: { waitsFor: because },
      },
      at,
    );
    return true;
  });
}

/**
 * Whether new data bring it back: for who waits for a higher score not those that leave it where it was, unless they bring the time to act
 * forward. As `wakenBy` has it.
 */
const NEW_DATA_COUNT = sql`(${clearances.snooze} ->> 'event' is distinct from 'score_rises'
  or ${clearances.score} > coalesce((${clearances.snooze} ->> 'scoreSeen')::int, 0)
  or ${clearances.actByAt} < ${clearances.snoozedUntil})`;

const isDue = (at: Date) =>
  and(
    eq(clearances.status, 'selected'),
    isNotNull(clearances.snoozedUntil),
    or(lte(clearances.snoozedUntil, at), and(eq(clearances.isUpdated, true), NEW_DATA_COUNT)),
  );
