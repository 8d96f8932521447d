import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { clearances } from '@/db/schema';
import { refuse } from '@/lib/kernel/errors';
import type { ClearanceRow } from './open-change';

/**
 * Writes a change of the claim alone, on the condition that the row is still the one read. Who holds a consignment moves no
 * statistics. @throws RefusedError `row.changed`
 */
export async function writeClaim(tx: Tx, row: ClearanceRow, set: Partial<ClearanceRow>): Promise<ClearanceRow> {
  const [after] = await tx
    .update(clearances)
    .set({ ...set, rowVersion: row.rowVersion + 1 })
    .where(
      and(
        eq(clearances.consignmentId, row.consignmentId),
        eq(clearances.receivedOn, row.receivedOn),
        eq(clearances.rowVersion, row.rowVersion),
        eq(clearances.claimNumber, row.claimNumber),
      ),
    )
    .returning();
  if (!after) throw refuse('row.changed');
  return after;
}
