import 'server-only';
import { sql } from 'drizzle-orm';
import { valueBands } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { BINS_A_DECADE } from '@/lib/risk/value-spread';

/** Fewer goods items than this say nothing about a usual price. */
const MIN_SEEN = 20;

/**
 * Learns the reference bands of unit value from the goods items of released consignments of the last ninety days: as declared where
 * nothing was found, as corrected where an examination corrected them; an item of a consignment with a finding that nobody corrected
 * says nothing. Tenth, fiftieth and ninetieth percentile, which are robust against the undervalued few and the same on any scale,
 * with a histogram on a logarithmic one; by subheading and origin, subheading, heading and origin, heading, and chapter. The unit
 * values are gathered first, since percentiles do not reach over shards.
 */
export async function refreshValueBands(actor: Actor, at = new Date()): Promise<number> {
  authorise(actor, 'intake.process');
  return inTransaction(
    async (tx) => {
      const learned = await tx.execute(sql`
        with corrected as materialized (
          select e.consignment_id, (c ->> 'itemNumber')::int as item_number,
            (array_agg(c ->> 'corrected' order by e.recorded_at desc) filter (where c ->> 'field' = 'value'))[1] as value,
            (array_agg(c ->> 'corrected' order by e.recorded_at desc) filter (where c ->> 'field' = 'quantity'))[1] as quantity,
            (array_agg(c ->> 'corrected' order by e.recorded_at desc) filter (where c ->> 'field' = 'commodity_code'))[1] as commodity_code,
            (array_agg(c ->> 'corrected' order by e.recorded_at desc) filter (where c ->> 'field' = 'origin_country'))[1] as origin_country
          from clearance.examinations e, jsonb_array_elements(e.corrections) c
          where e.recorded_at is not null and e.ordered_at >= ${at.toISOString()}::date - 90
          group by e.consignment_id, (c ->> 'itemNumber')::int
        ), seen as materialized (
          select coalesce(f.commodity_code, i.commodity_code) as code, coalesce(f.origin_country, i.origin_country) as origin,
            round(i.value_minor * coalesce(f.value::numeric / nullif(i.value::numeric, 0), 1)
              / greatest(coalesce(f.quantity, i.quantity, '1')::numeric, 0.001))::bigint as unit_minor
          from consignment.items i
          join clearance.clearances s on s.consignment_id = i.consignment_id and s.received_on = i.received_on
          left join corrected f on f.consignment_id = i.consignment_id and f.item_number = i.item_number
          where i.received_on >= ${at.toISOString()}::date - 90 and s.status = 'released'
            and (s.examination_outcome in ('none', 'conform') or f.consignment_id is not null)
        ), placed as materialized (
          select level, key, unit_minor, floor(log(unit_minor::numeric) * ${BINS_A_DECADE}::int)::int as bin
          from seen cross join lateral (values
            ('subheading_origin', case when length(code) >= 6 then left(code, 6) || ':' || origin end),
            ('subheading', case when length(code) >= 6 then left(code, 6) end),
            ('heading_origin', left(code, 4) || ':' || origin),
            ('heading', left(code, 4)),
            ('chapter', left(code, 2))) as band(level, key)
          where key is not null and unit_minor > 0
        ), banded as (
          select level, key, count(*)::int as count,
            percentile_disc(0.1) within group (order by unit_minor) as low,
            percentile_disc(0.5) within group (order by unit_minor) as median,
            percentile_disc(0.9) within group (order by unit_minor) as high
          from placed group by level, key having count(*) >= ${MIN_SEEN}
        ), binned as (
          select level, key, jsonb_object_agg(bin, items) as histogram
          from (select level, key, bin, count(*)::int as items from placed group by level, key, bin) as bins
          group by level, key
        )
        insert into ${valueBands} (level, key, count, low_minor, median_minor, high_minor, histogram, computed_at)
        select level, key, count, low, median, high, histogram, ${at.toISOString()}::timestamptz
        from banded join binned using (level, key)
        on conflict (level, key) do update set count = excluded.count, low_minor = excluded.low_minor,
          median_minor = excluded.median_minor, high_minor = excluded.high_minor, histogram = excluded.histogram,
          computed_at = excluded.computed_at`);
      return learned.rowCount ?? 0;
    },
    { statementTimeoutMs: 300_000 },
  );
}
