import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { ledgerEntries, recordChanges } from '@/db/statistics';
import { inTransaction } from '@/db/transaction';
import type { Placed } from '../../support/a-consignment';

/** Changes the ledger the way a command does: what was, the change, what is, and the net of both, in one transaction. */
export async function changeLedger(placed: readonly Placed[], change: (tx: Tx) => Promise<void>): Promise<void> {
  await inTransaction(async (tx) => {
    const before = await ledgerEntries(tx, placed);
    await change(tx);
    const after = await ledgerEntries(tx, placed);
    await recordChanges(
      tx,
      placed.map(({ consignmentId }) => ({
        before: before.get(consignmentId) ?? null,
        after: after.get(consignmentId) ?? null,
      })),
    );
  });
}

const ids = (placed: readonly Placed[]) => sql.param(placed.map(({ consignmentId }) => consignmentId));

/** Released so many seconds after receipt. */
export const releaseAfter = (placed: readonly Placed[], seconds: number) =>
  changeLedger(placed, async (tx) => {
    await tx.execute(sql`update clearance.clearances set status = 'released',
      released_at = received_at + make_interval(secs => ${seconds}) where consignment_id = any(${ids(placed)}::uuid[])`);
  });

/** Taken back from release. */
export const reopen = (placed: readonly Placed[]) =>
  changeLedger(placed, async (tx) => {
    await tx.execute(sql`update clearance.clearances set status = 'selected', released_at = null
      where consignment_id = any(${ids(placed)}::uuid[])`);
  });

/** Let go, and waiting to be paid; those taken back are left. */
export const awaitPayment = (placed: readonly Placed[]) =>
  changeLedger(placed, async (tx) => {
    await tx.execute(sql`update clearance.clearances set status = 'awaiting_payment', released_at = null
      where consignment_id = any(${ids(placed)}::uuid[]) and status <> 'withdrawn'`);
  });

/** Examined with a result. */
export const examine = (placed: readonly Placed[], outcome: 'conform' | 'finding' | 'not_done') =>
  changeLedger(placed, async (tx) => {
    await tx.execute(sql`update clearance.clearances set examination_outcome = ${outcome}
      where consignment_id = any(${ids(placed)}::uuid[])`);
  });

/** Moved to another lane by an officer. */
export const putInLane = (placed: readonly Placed[], lane: string) =>
  changeLedger(placed, async (tx) => {
    await tx.execute(sql`update clearance.clearances set lane_effective = ${lane}
      where consignment_id = any(${ids(placed)}::uuid[])`);
  });

/** New data: other values, another origin. */
export const amend = (placed: readonly Placed[], origin: string | null, valueMinor: number) =>
  changeLedger(placed, async (tx) => {
    await tx.execute(sql`update consignment.items set origin_country = ${origin}, value_minor = ${valueMinor}
      where consignment_id = any(${ids(placed)}::uuid[])`);
    await tx.execute(sql`update clearance.clearances set value_minor = ${valueMinor}
      where consignment_id = any(${ids(placed)}::uuid[])`);
  });

/** Taken back by their partner; those that are already are left. */
export const withdraw = (placed: readonly Placed[]) =>
  changeLedger(placed, async (tx) => {
    await tx.execute(sql`update clearance.clearances set status = 'withdrawn', released_at = null
      where consignment_id = any(${ids(placed)}::uuid[])`);
  });
