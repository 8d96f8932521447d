import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { accounts, type clearances, demands } from '@/db/schema';
import type { OverGuarantee } from '@/lib/clearance/decide-release';
import { borderDebtor } from '@/lib/collection/accounts';
import { coverOf } from '@/lib/collection/guarantee';
import { dayOf } from '@/lib/kernel/dates';
import { moneyText } from '@/lib/kernel/money';
import { guaranteeOn } from './balance';
import { leavingNow } from './owed-to-leave';
import { usedOf } from './room';

type Row = Pick<typeof clearances.$inferSelect, 'consignmentId' | 'receivedOn'>;

/**
 * Whether what a consignment owes goes beyond what the guarantee of its debtor still covers; null where it does not, where nothing is
 * owed, and where the account has no guarantee that would bound it. What the security of an appeal covers is owed beside the guarantee;
 * what was paid for it already needs no cover.
 */
export async function overGuarantee(tx: Tx, row: Row, at: Date): Promise<OverGuarantee | null> {
  const [leaving] = await leavingNow(tx, [row]);
  if (!leaving || leaving.owedMinor === 0n) return null;
  const { currency, minorDigits } = await policyInForce(tx, dayOf(at));
  const { accountId } = borderDebtor(leaving.model, leaving.partnerId, currency);
  const guarantee = await guaranteeOn(tx, accountId, dayOf(at));
  if (!guarantee) return null;
  const usedMinor = (await usedOf(tx, [accountId])).get(accountId) ?? 0n;
  const needMinor = leaving.owedMinor - (await paidFor(tx, row.consignmentId, accountId));
  if (needMinor <= 0n || usedMinor + needMinor <= guarantee.amountMinor) return null;
  const [account] = await tx
    .select({ number: accounts.number })
    .from(accounts)
    .where(eq(accounts.accountId, accountId));
  const cover = coverOf(guarantee.amountMinor, usedMinor);
  const text = (minor: bigint) => moneyText(minor, minorDigits);
  return {
    account: account?.number ?? '',
    limit: text(cover.limitMinor),
    used: text(cover.usedMinor),
    owed: text(leaving.owedMinor),
    currency,
  };
}

async function paidFor(tx: Tx, consignmentId: string, accountId: string): Promise<bigint> {
  const [open] = await tx
    .select({ paidMinor: demands.paidMinor })
    .from(demands)
    .where(and(eq(demands.consignmentId, consignmentId), eq(demands.accountId, accountId), isNull(demands.settledAt)));
  return open?.paidMinor ?? 0n;
}
