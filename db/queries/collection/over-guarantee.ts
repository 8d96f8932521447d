import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { appealsOf } from '@/db/queries/appeals/load-appeals';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { foundCharges } from '@/db/queries/statistics/found-charges';
import { accounts, type clearances, consignments } from '@/db/schema';
import type { OverGuarantee } from '@/lib/clearance/decide-release';
import { borderDebtor } from '@/lib/collection/accounts';
import { coverOf } from '@/lib/collection/guarantee';
import { dayOf } from '@/lib/kernel/dates';
import { moneyText } from '@/lib/kernel/money';
import { balanceOf, guaranteeOn, reservedOn } from './balance';

type Row = Pick<typeof clearances.$inferSelect, 'consignmentId' | 'receivedOn' | 'partnerId' | 'chargesMinor'>;

/**
 * Whether what a consignment owes goes beyond what the guarantee of its debtor still covers; null where it does not, where nothing is
 * owed, and where the account has no guarantee that would bound it. What the security of an appeal covers is owed beside the guarantee.
 */
export async function overGuarantee(tx: Tx, row: Row, at: Date): Promise<OverGuarantee | null> {
  const [goods] = await tx
    .select({
      model: consignments.collectionModel,
      found: sql<string>`${foundCharges(sql`${row.consignmentId}::uuid`)}::text`,
    })
    .from(consignments)
    .where(and(eq(consignments.consignmentId, row.consignmentId), eq(consignments.receivedOn, row.receivedOn)));
  if (!goods) return null;
  const { currency, minorDigits } = await policyInForce(tx, dayOf(at));
  const { accountId } = borderDebtor(goods.model, row.partnerId, currency);
  const guarantee = await guaranteeOn(tx, accountId, dayOf(at));
  const secured = (await appealsOf(tx, row.consignmentId)).reduce((sum, { securedMinor }) => sum + securedMinor, 0n);
  const owedMinor = row.chargesMinor + BigInt(goods.found) - secured;
  if (!guarantee || owedMinor <= 0n) return null;
  const usedMinor = (await balanceOf(tx, accountId)) + (await reservedOn(tx, accountId));
  const cover = coverOf(guarantee.amountMinor, usedMinor);
  if (owedMinor <= cover.freeMinor) return null;
  const [account] = await tx
    .select({ number: accounts.number })
    .from(accounts)
    .where(eq(accounts.accountId, accountId));
  const text = (minor: bigint) => moneyText(minor, minorDigits);
  return {
    account: account?.number ?? '',
    limit: text(cover.limitMinor),
    used: text(cover.usedMinor),
    owed: text(owedMinor),
    currency,
  };
}
