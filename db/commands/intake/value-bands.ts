import 'server-only';
import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { valueBands } from '@/db/schema';
import type { ValueBand } from '@/lib/assessment/facts';
import type { ConsignmentRecord, GoodsItem } from '@/lib/consignment/record';
import type { GoodRecord } from './read-batch';

type Bands = ReadonlyMap<string, ValueBand>;

/** Heading with origin first, then the heading, then the chapter. */
function keysOf(item: GoodsItem): { level: ValueBand['level']; key: string }[] {
  if (!item.commodityCode) return [];
  const heading = item.commodityCode.slice(0, 4);
  const keys: { level: ValueBand['level']; key: string }[] = [];
  if (item.originCountry) keys.push({ level: 'heading_origin', key: `${heading}:${item.originCountry}` });
  keys.push({ level: 'heading', key: heading }, { level: 'chapter', key: heading.slice(0, 2) });
  return keys;
}

/** The learned bands that any item of the batch could fall in. */
export async function loadValueBands(tx: Tx, records: readonly GoodRecord[]): Promise<Bands> {
  const wanted = new Map(
    records.flatMap((good) => good.record.items.flatMap(keysOf)).map((pair) => [`${pair.level} ${pair.key}`, pair]),
  );
  if (wanted.size === 0) return new Map();
  const rows = await tx
    .select()
    .from(valueBands)
    .where(
      sql`(${valueBands.level}, ${valueBands.key}) in (
        select level, key from json_to_recordset(${JSON.stringify([...wanted.values()])}::json) as k(level text, key text))`,
    );
  return new Map(rows.map((band) => [`${band.level} ${band.key}`, band]));
}

/** The narrowest band known for each item. */
export function bandsOf(bands: Bands, record: ConsignmentRecord): Map<number, ValueBand> {
  const found = new Map<number, ValueBand>();
  for (const item of record.items) {
    for (const { level, key } of keysOf(item)) {
      const band = bands.get(`${level} ${key}`);
      if (band) {
        found.set(item.itemNumber, band);
        break;
      }
    }
  }
  return found;
}
