import 'server-only';
import { sql } from 'drizzle-orm';
import type { Executor } from '@/db/connection';
import { valueBands } from '@/db/schema';
import type { GoodsItem } from '@/lib/consignment/record';
import { bandKeysOf, bandSlot } from '@/lib/risk/value-band-keys';

export type LearnedBand = typeof valueBands.$inferSelect;
type Goods = Pick<GoodsItem, 'commodityCode' | 'originCountry'>;

/** The learned bands that any of some goods could fall in, by level and key; in one query. */
export async function loadValueBands(
  from: Executor,
  goods: readonly Goods[],
): Promise<ReadonlyMap<string, LearnedBand>> {
  const wanted = new Map(goods.flatMap(bandKeysOf).map((key) => [bandSlot(key), key]));
  if (wanted.size === 0) return new Map();
  const rows = await from
    .select()
    .from(valueBands)
    .where(
      sql`(${valueBands.level}, ${valueBands.key}) in (
        select level, key from json_to_recordset(${JSON.stringify([...wanted.values()])}::json) as k(level text, key text))`,
    );
  return new Map(rows.map((band) => [bandSlot(band), band]));
}
