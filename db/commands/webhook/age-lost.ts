import 'server-only';
import { and, eq, gt, lte, sql } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { webhookDeliveries } from '@/db/schema';
import { FIRST_PAUSE_MS, LEASE_MS, PAUSE_MS_MAX, TRIED_FOR_MS } from '@/lib/webhooks/retry';

/**
 * Counts the attempts of one address that no worker brought to an end, since it died: the first is made good at once, the next after
 * the pauses of failed ones, and a day after the first the delivery is dead. One that kills its worker does not kill every one after it.
 */
export async function ageLost(tx: Tx, subscriptionId: string, at: Date): Promise<void> {
  const d = webhookDeliveries;
  const now = sql`${at.toISOString()}::timestamptz`;
  const first = sql`coalesce(${d.firstAttemptAt}, ${d.leaseUntil} - ${LEASE_MS} * interval '1 millisecond')`;
  const isDead = sql`${first} + ${TRIED_FOR_MS} * interval '1 millisecond' <= ${now}`;
  const pause = sql`least(${PAUSE_MS_MAX}, ${FIRST_PAUSE_MS} * 2 ^ least(${d.attempts} - 1, 20)) * interval '1 millisecond'`;
  await tx
    .update(d)
    .set({
      leaseUntil: null,
      attempts: sql`${d.attempts} + 1`,
      firstAttemptAt: first,
      state: sql`case when ${isDead} then 'dead' else ${d.state} end`,
      settledAt: sql`case when ${isDead} then ${now} end`,
      dueAt: sql`case when ${d.attempts} = 0 then ${d.dueAt} else ${now} + ${pause} end`,
    })
    // That they were taken leads to the small index of those, past the backlog.
    .where(
      and(eq(d.subscriptionId, subscriptionId), eq(d.state, 'waiting'), gt(d.claimNumber, 0), lte(d.leaseUntil, at)),
    );
}
