import 'server-only';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Executor } from '@/db/connection';
import { accounts, demands } from '@/db/schema';
import type { WaitsFor } from '@/lib/collection/demands';
import { paymentReference } from '@/lib/collection/payment-reference';
import { moneyText } from '@/lib/kernel/money';

/** What a release waits for, as it may be told: amounts as decimal text. */
export type ToldDemand = {
  readonly waitsFor: WaitsFor;
  readonly amount: string;
  readonly currency: string;
  /** To pay under: of the consignment, or of the account whose guarantee is used up. */
  readonly reference: string;
};

export type OpenDemand = typeof demands.$inferSelect & {
  /** Number of the account it is owed on. */
  readonly accountNumber: string;
};

/** The demands of some consignments that wait, by consignment. Takes no actor: a part of others. */
export async function openDemands(
  from: Executor,
  consignmentIds: readonly string[],
): Promise<ReadonlyMap<string, OpenDemand>> {
  if (consignmentIds.length === 0) return new Map();
  const rows = await from
    .select({ demand: demands, accountNumber: accounts.number })
    .from(demands)
    .innerJoin(accounts, eq(accounts.accountId, demands.accountId))
    .where(and(inArray(demands.consignmentId, [...consignmentIds]), isNull(demands.settledAt)));
  return new Map(rows.map(({ demand, accountNumber }) => [demand.consignmentId, { ...demand, accountNumber }]));
}

export function toldDemand(demand: OpenDemand | undefined, minorDigits: number): ToldDemand | null {
  if (!demand) return null;
  const { waitsFor, amountMinor, currency, number, accountNumber } = demand;
  const reference = paymentReference(waitsFor === 'payment' ? number : accountNumber);
  return { waitsFor, amount: moneyText(amountMinor, minorDigits), currency, reference };
}
