import 'server-only';
import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { clearances, identities } from '@/db/schema';

/**
 * Makes the clearances of some consignments ours until the transaction ends; ids that are not here are passed over. The rows are
 * written as they are, in id order, since `for update` over many rows is refused by a distributed table. Read what hangs off them
 * by a statement of its own afterwards: one that also joins would, after a wait, see the others' rows as they were before it.
 */
export async function lockClearances(tx: Tx, consignmentIds: readonly string[]): Promise<void> {
  if (consignmentIds.length === 0) return;
  const ids = sql.param([...new Set(consignmentIds)].sort());
  await tx.execute(sql`
    update ${clearances} s set row_version = s.row_version
    from (
      select consignment_id, received_on from ${identities}
      where consignment_id = any(${ids}::uuid[]) order by consignment_id
    ) i
    where s.consignment_id = i.consignment_id and s.received_on = i.received_on`);
}
