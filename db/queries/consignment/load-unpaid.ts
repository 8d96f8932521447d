import 'server-only';
import { db } from '@/db/connection';
import { openDemands, toldDemand } from '@/db/queries/collection/open-demands';
import type { clearances } from '@/db/schema';
import type { ConsignmentDetail } from './consignment-detail';

/** What the release of a consignment waits for; null where it waits for nothing. */
export async function loadUnpaid(
  { consignmentId, status }: Pick<typeof clearances.$inferSelect, 'consignmentId' | 'status'>,
  minorDigits: number,
): Promise<ConsignmentDetail['unpaid']> {
  if (status !== 'awaiting_payment') return null;
  const demand = (await openDemands(db(), [consignmentId])).get(consignmentId);
  const told = toldDemand(demand, minorDigits);
  if (!demand || !told) return null;
  return { ...told, account: demand.accountNumber, isPartPaid: demand.paidMinor > 0n };
}
