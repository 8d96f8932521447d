import 'server-only';
import { type SQL, sql } from 'drizzle-orm';

/**
 * Whether a consignment is erased as it stands, by the name under which a query has `consignment.consignments`. Data that come raise the number
 * of the clearance row, whenever they were sent. Words of the timeline and of a person do not: they are told by their instants, with an hour
 * more for who waited while it was erased; what that erases once too often is gone already.
 */
export function isErased(name: 'c' | 'consignments'): SQL {
  const c = sql.raw(name);
  return sql`exists (
  select 1 from privacy.erasures e
    join clearance.clearances s on s.consignment_id = ${c}.consignment_id and s.received_on = ${c}.received_on
   where e.consignment_id = ${c}.consignment_id and e.row_version >= s.row_version
     and not exists (select 1 from clearance.events v
       where v.consignment_id = ${c}.consignment_id and v.received_on = ${c}.received_on
         and v.at > e.erased_at - interval '1 hour')
     and not exists (select 1 from privacy.statements w
       where w.consignment_id = ${c}.consignment_id and w.recorded_at > e.erased_at - interval '1 hour')
     and not exists (select 1 from privacy.legal_holds h
       where h.consignment_id = ${c}.consignment_id and h.lifted_at > e.erased_at - interval '1 hour'))`;
}
