import { sql } from 'drizzle-orm';
import { closeConnections, db } from '@/db/connection';
import { setDatabaseUrl } from '@/db/env';

/**
 * Gives every consignment of a throw-away database that nobody examined a result of a day after its receipt, so that trees are trained: what
 * was found rests on the goods, and on the consignment's own number. Tells how many results there are then.
 */
export async function placeResults(databaseUrl: string): Promise<number> {
  setDatabaseUrl(databaseUrl);
  try {
    await db().execute(sql`
      with examined as (
        update clearance.clearances s
        set examination_outcome = case when (goods.chapter < 40) = (goods.own < 70) then 'finding' else 'conform' end
        from (
          select i.consignment_id, i.received_on, i.is_principal,
            coalesce(nullif(left(i.commodity_code, 2), '')::int, 0) as chapter, abs(hashtext(i.consignment_id::text)) % 100 as own
          from consignment.items i
        ) goods
        where goods.consignment_id = s.consignment_id and goods.received_on = s.received_on and goods.is_principal = 1
          and s.examination_outcome = 'none' and s.status <> 'withdrawn' and s.received_on < current_date - 1
        returning s.consignment_id, s.received_on, s.examination_outcome as outcome
      )
      insert into clearance.examinations (consignment_id, examination_id, kind, ordered_by, ordered_by_name, ordered_at,
        result_code, recorded_by, recorded_by_name, recorded_at)
      select consignment_id, md5(consignment_id::text)::uuid, 'physical', md5('officer')::uuid, 'Officer', received_on,
        case when outcome = 'conform' then 'conform' when abs(hashtext(consignment_id::text)) % 7 = 0 then 'prohibited'
          else 'undervalued' end,
        md5('officer')::uuid, 'Officer', received_on + 1
      from examined`);
    const { rows } = await db().execute<{ n: number }>(
      sql`select count(*)::int as n from clearance.clearances where examination_outcome in ('conform', 'finding')`,
    );
    return rows[0]?.n ?? 0;
  } finally {
    await closeConnections();
    setDatabaseUrl(undefined);
  }
}
