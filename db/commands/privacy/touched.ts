import 'server-only';
import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import type { Row } from '@/db/queries/privacy/keep-facts';

/**
 * Raises the number of each clearance row, as every write does, and gives it: who acts on one meanwhile waits, and then finds that he saw an
 * older one. What raises it further came after the erasing.
 */
export async function touched(tx: Tx, rows: readonly Row[]): Promise<(Row & { readonly rowVersion: number })[]> {
  const { rows: taken } = await tx.execute<Row & { readonly rowVersion: number }>(sql`
    update clearance.clearances set row_version = row_version + 1
     where consignment_id = any(${sql.param(rows.map(({ consignmentId }) => consignmentId))}::uuid[])
       and received_on = any(${sql.param(rows.map(({ receivedOn }) => receivedOn))}::date[])
     returning consignment_id as "consignmentId", received_on::text as "receivedOn", row_version as "rowVersion"`);
  return taken;
}
