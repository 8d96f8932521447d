import 'server-only';
import { and, eq, gt, sql } from 'drizzle-orm';
import type { Executor } from '@/db/connection';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { accounts, refunds, refundVerdicts } from '@/db/schema';
import { ALONE_HOURS } from '@/lib/collection/refund';
import type { Actor } from '@/lib/identity/actor';
import { dayOf } from '@/lib/kernel/dates';
import type { AccountRow } from './account-scope';

/**
 * What one person may pay back of an account alone now: the limit in force less what the same person paid back of it, and of the other
 * accounts of its holder, alone within a day before, so that a large refund is not made of small ones. Never below nothing. For who has
 * authorised.
 */
export async function refundAloneMinor(
  from: Executor,
  { id }: Pick<Actor, 'id'>,
  { accountId, partnerId, currency }: Pick<AccountRow, 'accountId' | 'partnerId' | 'currency'>,
  at: Date,
): Promise<bigint> {
  // A partner has one account under each model of collection; a vendor has its own alone.
  const ofHolder =
    partnerId === null
      ? eq(refunds.accountId, accountId)
      : and(eq(accounts.partnerId, partnerId), eq(refunds.currency, currency));
  const since = new Date(at.getTime() - ALONE_HOURS * 3_600_000);
  const { refundAloneUpToMinor } = await policyInForce(from, dayOf(at));
  const [alone] = await from
    .select({ minor: sql<string>`coalesce(sum(${refunds.amountMinor}), 0)::text` })
    .from(refunds)
    .innerJoin(refundVerdicts, eq(refundVerdicts.refundId, refunds.refundId))
    .innerJoin(accounts, eq(accounts.accountId, refunds.accountId))
    .where(
      and(
        ofHolder,
        gt(refunds.askedAt, since),
        eq(refunds.askedBy, id),
        eq(refundVerdicts.decidedBy, id),
        eq(refundVerdicts.verdict, 'confirm'),
      ),
    );
  const left = refundAloneUpToMinor - BigInt(alone?.minor ?? '0');
  return left > 0n ? left : 0n;
}
