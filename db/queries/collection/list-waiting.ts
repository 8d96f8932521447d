import 'server-only';
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { shownTo } from '@/db/queries/clearance/scope';
import { clearances, demands } from '@/db/schema';
import type { WaitsFor } from '@/lib/collection/demands';
import { paymentReference } from '@/lib/collection/payment-reference';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';

export type WaitingLine = {
  readonly consignmentId: string;
  readonly reference: string;
  readonly waitsFor: WaitsFor;
  readonly amountMinor: bigint;
  readonly demandedAt: Date;
  readonly paymentReference: string;
};

/** What waits on an account to be paid or covered: how many and how much in all, and the oldest of those the reader may see. */
export type WaitingGoods = {
  readonly count: number;
  readonly amountMinor: bigint;
  readonly lines: readonly WaitingLine[];
};

const SHOWN = 50;

/** Of an account that was found for the actor. */
export async function waitingOn(actor: Actor, accountId: string): Promise<WaitingGoods> {
  authorise(actor, 'revenue.read');
  const joined = and(
    eq(clearances.consignmentId, demands.consignmentId),
    eq(clearances.receivedOn, demands.receivedOn),
  );
  const waits = and(
    eq(demands.accountId, accountId),
    isNull(demands.settledAt),
    eq(clearances.status, 'awaiting_payment'),
  );
  const [[all], rows] = await Promise.all([
    db()
      .select({
        count: sql<number>`count(*)::int`,
        amount: sql<string>`coalesce(sum(${demands.amountMinor}), 0)::text`,
      })
      .from(demands)
      .innerJoin(clearances, joined)
      .where(waits),
    db()
      .select({ demand: demands, reference: clearances.reference })
      .from(demands)
      .innerJoin(clearances, joined)
      .where(and(waits, shownTo(actor)))
      .orderBy(asc(demands.demandedAt), asc(demands.consignmentId))
      .limit(SHOWN),
  ]);
  return {
    count: all?.count ?? 0,
    amountMinor: BigInt(all?.amount ?? '0'),
    lines: rows.map(({ demand, reference }) => ({
      consignmentId: demand.consignmentId,
      reference,
      waitsFor: demand.waitsFor,
      amountMinor: demand.amountMinor,
      demandedAt: demand.demandedAt,
      paymentReference: paymentReference(demand.number),
    })),
  };
}
