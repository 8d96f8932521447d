import 'server-only';
import { sql } from 'drizzle-orm';
import { db, type Executor } from '@/db/connection';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { isErased } from '@/db/queries/privacy/is-erased';
import { keepFacts, type Row } from '@/db/queries/privacy/keep-facts';
import { erasures } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { addDays, dayOf } from '@/lib/kernel/dates';
import type { Policy } from '@/lib/policy/policy';
import { decideDue } from '@/lib/privacy/retention';
import { eraseColumns } from './erase-columns';
import { lockErasing } from './lock-erasing';
import { noteBatch } from './note-batch';
import { touched } from './touched';

/** Consignments looked at in one transaction. */
export const CONSIGNMENTS_A_BATCH = 200;

export type Erased = {
  readonly erased: number;
  /** Where the next batch goes on; null where nothing is left to look at. */
  readonly next: Row | null;
};

/**
 * Erases the personal data of the next consignments whose period of keeping is over and of which nothing is open, in one transaction with
 * one audit row. What is kept back is passed over and looked at again in the next round. Figures, the ledger, versions and decisions stay.
 */
export async function eraseConsignmentsDue(actor: Actor, after: Row | null, at = new Date()): Promise<Erased> {
  authorise(actor, 'privacy.erase');
  const today = dayOf(at);
  const policy = await policyInForce(db(), today);
  const period = policy.retention.get('consignments');
  if (!period) return { erased: 0, next: null };
  const rows = await candidates(addDays(today, -period.days), after);
  if (rows.length === 0) return { erased: 0, next: null };
  const next = rows.length === CONSIGNMENTS_A_BATCH ? (rows.at(-1) ?? null) : null;
  // Most of a round is kept back by something: that is found without a lock.
  const likely = await dueAmong(db(), rows, policy, today);
  if (likely.length === 0) return { erased: 0, next };
  const erased = await inTransaction(async (tx) => {
    await lockErasing(tx, 'alone');
    const taken = await touched(tx, likely);
    const due = await dueAmong(tx, taken, policy, today);
    if (due.length === 0) return 0;
    await eraseColumns(tx, due);
    const batch = { kind: 'consignments', erased: due.length, policyVersion: policy.version } as const;
    const batchId = await noteBatch(tx, actor, batch, at);
    await tx
      .insert(erasures)
      .values(due.map(({ consignmentId, rowVersion }) => ({ consignmentId, batchId, rowVersion, erasedAt: at })));
    return due.length;
  });
  return { erased, next };
}

/** The oldest that were received before a day and are not erased, or had new data since. */
async function candidates(before: string, after: Row | null): Promise<Row[]> {
  const beyond = after
    ? sql`and (c.received_on, c.consignment_id) > (${after.receivedOn}::date, ${after.consignmentId}::uuid)`
    : sql``;
  const { rows } = await db().execute<Row>(sql`
    select c.consignment_id as "consignmentId", c.received_on::text as "receivedOn" from consignment.consignments c
     where c.received_on < ${before}::date ${beyond} and not ${isErased('c')}
     order by c.received_on, c.consignment_id limit ${CONSIGNMENTS_A_BATCH}`);
  return rows;
}

async function dueAmong<One extends Row>(
  from: Executor,
  rows: readonly One[],
  policy: Policy,
  today: string,
): Promise<One[]> {
  const facts = await keepFacts(from, rows);
  return rows.filter(({ consignmentId }) => {
    const own = facts.get(consignmentId);
    return own !== undefined && decideDue('consignments', own.done, own.open, policy, today).isDue;
  });
}
