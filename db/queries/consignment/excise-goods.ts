import 'server-only';
import { inArray } from 'drizzle-orm';
import type { Executor } from '@/db/connection';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { versions } from '@/db/schema';
import { dayOf } from '@/lib/kernel/dates';
import { type ExciseGoods, exciseGoodsOf } from '@/lib/revenue/excise';

/** Excise goods by version of the data, as declared, by the policy of the day each version was received. */
export type ExciseByVersion = ReadonlyMap<number, readonly ExciseGoods[]>;

/** The excise goods every version of some consignments declared, by the id of the consignment. */
export async function exciseByVersion(
  from: Executor,
  consignmentIds: readonly string[],
): Promise<ReadonlyMap<string, ExciseByVersion>> {
  if (consignmentIds.length === 0) return new Map();
  const rows = await from
    .select({
      id: versions.consignmentId,
      version: versions.version,
      receivedAt: versions.receivedAt,
      sent: versions.sent,
    })
    .from(versions)
    .where(inArray(versions.consignmentId, [...consignmentIds]));
  const found = new Map<string, Map<number, readonly ExciseGoods[]>>();
  for (const { id, version, receivedAt, sent } of rows) {
    const goods = sent.items.map((item, index) => ({
      itemNumber: Number(item.item_number ?? index + 1),
      commodityCode: item.commodity_code ?? null,
    }));
    const own = found.get(id) ?? new Map<number, readonly ExciseGoods[]>();
    found.set(id, own.set(version, exciseGoodsOf(goods, await policyInForce(from, dayOf(receivedAt)))));
  }
  return found;
}
