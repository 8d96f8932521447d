import 'server-only';
import { asc, inArray, sql } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { grouped } from '@/db/queries/appeals/load-appeals';
import { foundCharges } from '@/db/queries/statistics/found-charges';
import { appealActs, clearances } from '@/db/schema';
import type { Leaving } from '@/lib/collection/demands';
import { type Beside, chargedOf, NOTHING_BESIDE, owedToLeave } from '@/lib/collection/dues';
import { chargeables, type DueKey } from './chargeables';

/** What stands beside the charges of the data, by consignment: found, taken off or secured. Two queries, whatever their number. */
export async function besideCharges(tx: Tx, keys: readonly DueKey[]): Promise<ReadonlyMap<string, Beside>> {
  if (keys.length === 0) return new Map();
  const ids = keys.map(({ consignmentId }) => consignmentId);
  const asked = JSON.stringify(keys.map(({ consignmentId, receivedOn }) => ({ id: consignmentId, day: receivedOn })));
  const { rows } = await tx.execute<{ id: string; found: string }>(sql`
    select s.consignment_id as id, ${foundCharges(sql`s.consignment_id`)}::text as found
    from json_to_recordset(${asked}::json) as k(id uuid, day date)
    join ${clearances} s on s.consignment_id = k.id and s.received_on = k.day`);
  const acts = await tx
    .select()
    .from(appealActs)
    .where(inArray(appealActs.consignmentId, ids))
    .orderBy(asc(appealActs.recordedAt), asc(appealActs.number));
  const beside = new Map<string, Beside>(
    rows.map(({ id, found }) => [id, { ...NOTHING_BESIDE, foundMinor: BigInt(found) }]),
  );
  for (const { acts: own, remittedMinor, securedMinor } of grouped(acts)) {
    const id = own[0]?.consignmentId ?? '';
    const so = beside.get(id) ?? NOTHING_BESIDE;
    beside.set(id, {
      ...so,
      remittedMinor: so.remittedMinor + remittedMinor,
      securedMinor: so.securedMinor + securedMinor,
    });
  }
  return beside;
}

/** What some consignments owe before they may leave, by their data and all that is known of them now, and how that is collected. */
export async function leavingNow(tx: Tx, keys: readonly DueKey[]): Promise<Leaving[]> {
  const beside = await besideCharges(tx, keys);
  const days = new Map(keys.map(({ consignmentId, receivedOn }) => [consignmentId, receivedOn]));
  return (await chargeables(tx, keys)).map(({ consignmentId, partnerId, collectionModel, lines }) => ({
    consignmentId,
    receivedOn: days.get(consignmentId) ?? '',
    partnerId,
    model: collectionModel,
    owedMinor: owedToLeave(chargedOf(lines), beside.get(consignmentId) ?? NOTHING_BESIDE),
    wasHere: true,
  }));
}
