import 'server-only';
import { sql } from 'drizzle-orm';
import { valueBands } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';

/** Fewer consignments than this say nothing about a usual price. */
const MIN_SEEN = 20;

/**
 * Learns the reference bands of unit value from released consignments without a finding: tenth, fiftieth and ninetieth
 * percentile by heading and origin, heading, and chapter. Percentiles are robust against the undervalued few. The unit values are
 * gathered first, since neither grouping sets nor percentiles reach over shards.
 */
export async function refreshValueBands(actor: Actor, at = new Date()): Promise<number> {
  authorise(actor, 'intake.process');
  return inTransaction(
    async (tx) => {
      const learned = await tx.execute(sql`
        with seen as materialized (
          select left(i.commodity_code, 2) as chapter, left(i.commodity_code, 4) as heading, i.origin_country as origin,
            round(i.value_minor / greatest(coalesce(i.quantity::numeric, 1), 0.001))::bigint as unit_minor
          from consignment.items i
          join clearance.clearances c on c.consignment_id = i.consignment_id and c.received_on = i.received_on
          where i.commodity_code is not null and i.received_on >= ${at.toISOString()}::date - 90
            and c.status = 'released' and c.examination_outcome in ('none', 'conform')
        )
        insert into ${valueBands} (level, key, count, low_minor, median_minor, high_minor, computed_at)
        select
          case when grouping(origin) = 0 then 'heading_origin' when grouping(heading) = 0 then 'heading' else 'chapter' end,
          case when grouping(origin) = 0 then heading || ':' || origin when grouping(heading) = 0 then heading else chapter end,
          count(*)::int,
          percentile_disc(0.1) within group (order by unit_minor),
          percentile_disc(0.5) within group (order by unit_minor),
          percentile_disc(0.9) within group (order by unit_minor),
          ${at.toISOString()}::timestamptz
        from seen
        group by grouping sets ((chapter, heading, origin), (chapter, heading), (chapter))
        having count(*) >= ${MIN_SEEN} and (grouping(origin) = 1 or origin is not null)
        on conflict (level, key) do update set count = excluded.count, low_minor = excluded.low_minor,
          median_minor = excluded.median_minor, high_minor = excluded.high_minor, computed_at = excluded.computed_at`);
      return learned.rowCount ?? 0;
    },
    { statementTimeoutMs: 300_000 },
  );
}
