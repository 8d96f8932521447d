import 'server-only';
import { sql } from 'drizzle-orm';
import type { Executor } from '@/db/connection';
import { exchangeMatchHits } from '@/db/schema';

export type Hit = { readonly number: number; readonly consignmentId: string; readonly reference: string };

/**
 * The first consignments kept of each number of a matching, by day of receipt; of some offices where they are told. Takes no actor:
 * commands and queries compose it.
 */
export async function firstHits(
  from: Executor,
  exchangeId: string,
  { most, officeIds }: { most: number; officeIds?: readonly string[] },
): Promise<ReadonlyMap<number, readonly Hit[]>> {
  const ofOffices = officeIds ? sql`and office_id = any(${sql.param([...officeIds])}::text[])` : sql``;
  const { rows } = await from.execute<Hit>(sql`
    select number, consignment_id as "consignmentId", reference from (
      select number, consignment_id, reference,
        row_number() over (partition by number order by received_on, reference, consignment_id) as place
      from ${exchangeMatchHits} where exchange_id = ${exchangeId} ${ofOffices}
    ) ranked where place <= ${most} order by number, place`);
  const byNumber = new Map<number, Hit[]>();
  for (const hit of rows) {
    const known = byNumber.get(hit.number);
    if (known) known.push(hit);
    else byNumber.set(hit.number, [hit]);
  }
  return byNumber;
}
