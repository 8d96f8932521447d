import 'server-only';
import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Executor } from '@/db/connection';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { assessments, type clearances, consignments, holds, items, referrals } from '@/db/schema';
import { type Amount, amountIn } from '@/lib/clearance/amount';
import { toldGround } from '@/lib/clearance/told-ground';
import { isNotDue, type NotDue, type ToldStatus, toldWord } from '@/lib/clearance/told-status';
import type { ReleaseCategory } from '@/lib/consignment/codes';
import { dayOf } from '@/lib/kernel/dates';
import { moneyText } from '@/lib/kernel/money';
import { feesMinorOf } from '@/lib/revenue/charge-sums';
import type { ExciseGoods } from '@/lib/revenue/excise';
import { type OpenCharge, openCharges, toldAmount } from '@/lib/revenue/open-charges';
import { openDemands, type ToldDemand, toldDemand } from '@/db/queries/collection/open-demands';
import type { ChargeLineDetail } from './consignment-detail';
import { exciseByVersion } from './excise-goods';
import { lastWithdrawals, type WithdrawalDetail } from './last-withdrawal';
import { releasedCharges } from './released-charges';
import { ownAttachments, type ToldAttachment, toldAttachment } from './told-attachments';
import { type ToldReferral, toldReferral } from './told-referral';

type ClearanceRow = typeof clearances.$inferSelect;

/** A goods item as its partner lodged it. */
export type ToldItem = {
  readonly itemNumber: number;
  readonly description: string;
  readonly commodityCode: string | null;
  readonly originCountry: string | null;
  /** Decimal text as sent. */
  readonly quantity: string | null;
  readonly value: Amount;
};

/** What a partner is told of its consignment: never a score, an indicator or a lane. */
export type TrackedConsignment = {
  readonly reference: string;
  readonly consignmentId: string;
  readonly version: number;
  readonly status: ToldStatus;
  /** Of the WCO Immediate Release Guidelines: by what the goods are and what is owed, never by risk. */
  readonly releaseCategory: ReleaseCategory;
  readonly releasedAt: string | null;
  /** When and why it was withdrawn, where it is. */
  readonly withdrawn: WithdrawalDetail | null;
  readonly holds: readonly { readonly ground: string; readonly placedAt: string }[];
  readonly referrals: readonly ToldReferral[];
  /** What the partner itself sent along; files of customs are not told. */
  readonly attachments: readonly ToldAttachment[];
  /** The goods as lodged, in the version in force. */
  readonly items: readonly ToldItem[];
  readonly charges: {
    readonly currency: string;
    /** Whether they rest on the declared values, or on those customs found and released by. */
    readonly basis: 'declared' | 'corrected';
    /** Null as long as it is open, never nil: `open` says for which item and why. So are the three below. */
    readonly duty: string | null;
    readonly vat: string | null;
    readonly total: string | null;
    readonly customsValue: string | null;
    /** Why nothing is owed any more whatever was worked out before; null while it may be. */
    readonly notDueBecause: NotDue | null;
    readonly open: readonly OpenCharge[];
    /** Goods on which excise is owed: it is not computed and comes on top of these charges. */
    readonly exciseGoods: readonly ExciseGoods[];
    /** The working of each amount, as it would be printed. */
    readonly lines: readonly ChargeLineDetail[];
  };
  /** What its release waits for, and the reference to pay under; null where it waits for none. */
  readonly payment: ToldDemand | null;
};

/** Consignments as their partner is told them, each decision as it stands in the row: whoever calls has told it, or may. */
export async function toldConsignments(
  from: Executor,
  rows: readonly ClearanceRow[],
  at: Date,
): Promise<TrackedConsignment[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ consignmentId }) => consignmentId);
  const assessed = await from
    .select({ version: consignments.version, assessment: assessments })
    .from(consignments)
    .innerJoin(
      assessments,
      and(
        eq(assessments.consignmentId, consignments.consignmentId),
        eq(assessments.receivedOn, consignments.receivedOn),
        eq(assessments.version, consignments.version),
      ),
    )
    .where(inArray(consignments.consignmentId, ids));
  const open = await from
    .select()
    .from(holds)
    .where(and(inArray(holds.consignmentId, ids), isNull(holds.liftedAt)));
  const asked = await from
    .select()
    .from(referrals)
    .where(inArray(referrals.consignmentId, ids))
    .orderBy(asc(referrals.askedAt));
  const goods = await from.select().from(items).where(inArray(items.consignmentId, ids)).orderBy(asc(items.itemNumber));
  const files = await ownAttachments(from, ids);
  const unpaid = await openDemands(
    from,
    rows.flatMap(({ status, consignmentId }) => (status === 'awaiting_payment' ? [consignmentId] : [])),
  );
  const withdrawals = await lastWithdrawals(
    from,
    rows.filter(({ status }) => status === 'withdrawn'),
  );
  const { minorDigits } = await policyInForce(from, dayOf(at));
  const released = await releasedCharges(from, rows);
  const excise = await exciseByVersion(from, ids);
  const assessmentOf = new Map(assessed.map((row) => [row.assessment.consignmentId, row]));
  return rows.map((row) => {
    const { consignmentId, reference, releasedAt } = row;
    // A decision that is read is told, so here it needs no window.
    const status = toldWord(row);
    const isOwn = (one: { consignmentId: string }) => one.consignmentId === consignmentId;
    const told = assessmentOf.get(consignmentId);
    if (!told) throw new Error(`consignment ${consignmentId} has no assessment`);
    const corrected = released.get(consignmentId);
    return {
      reference,
      consignmentId,
      version: told.version,
      status,
      releaseCategory: told.assessment.releaseCategory as ReleaseCategory,
      releasedAt: releasedAt?.toISOString() ?? null,
      withdrawn: withdrawals.get(consignmentId) ?? null,
      holds: open.filter(isOwn).map(({ ground, placedAt }) => ({
        ground: toldGround(ground),
        placedAt: placedAt.toISOString(),
      })),
      referrals: asked.filter(isOwn).map((referral) => toldReferral(referral, at)),
      attachments: files.filter(isOwn).map((file) => toldAttachment(reference, file)),
      items: goods.filter(isOwn).map((item) => ({
        itemNumber: item.itemNumber,
        description: item.description,
        commodityCode: item.commodityCode,
        originCountry: item.originCountry,
        quantity: item.quantity,
        value: { amount: item.value, currency: item.currency },
      })),
      charges: isNotDue(status)
        ? nothingOwed(told.assessment, minorDigits, status)
        : corrected?.version === told.version
          ? chargesTold(corrected, 'corrected', corrected.minorDigits)
          : chargesTold(
              {
                ...told.assessment,
                lines: told.assessment.chargeLines,
                exciseGoods: excise.get(consignmentId)?.get(told.version) ?? [],
              },
              'declared',
              minorDigits,
            ),
      payment: toldDemand(unpaid.get(consignmentId), minorDigits),
    };
  });
}

/**
 * For goods that do not come nothing is owed, nor for those seized, destroyed or abandoned (Regulation (EU) 952/2013, Article 124(1)(d)
 * to (f)), nor for those never released for free circulation (Article 77(1)).
 */
function nothingOwed(
  { currency }: typeof assessments.$inferSelect,
  minorDigits: number,
  notDueBecause: NotDue,
): TrackedConsignment['charges'] {
  const nothing = moneyText(0n, minorDigits);
  return {
    currency,
    basis: 'declared',
    duty: nothing,
    vat: nothing,
    total: nothing,
    customsValue: nothing,
    notDueBecause,
    open: [],
    exciseGoods: [],
    lines: [],
  };
}

type Charged = Pick<typeof assessments.$inferSelect, 'currency' | 'dutyMinor' | 'vatMinor' | 'customsValueMinor'> & {
  readonly exciseGoods: readonly ExciseGoods[];
  readonly lines: readonly (Omit<ChargeLineDetail, 'base' | 'amount'> & {
    readonly baseMinor: bigint | string;
    readonly amountMinor: bigint | string;
  })[];
};

function chargesTold(
  { currency, dutyMinor, vatMinor, customsValueMinor, exciseGoods, lines }: Charged,
  basis: TrackedConsignment['charges']['basis'],
  minorDigits: number,
): TrackedConsignment['charges'] {
  const amount = amountIn(currency, minorDigits);
  const open = openCharges(lines);
  const text = (minor: bigint) => moneyText(minor, minorDigits);
  return {
    currency,
    basis,
    duty: toldAmount(open, ['duty'], text(dutyMinor)),
    vat: toldAmount(open, ['vat'], text(vatMinor)),
    total: toldAmount(open, ['duty', 'vat'], text(dutyMinor + vatMinor + feesMinorOf(lines))),
    customsValue: toldAmount(open, ['value'], text(customsValueMinor)),
    notDueBecause: null,
    open,
    exciseGoods,
    lines: lines.map(({ baseMinor, amountMinor, ...line }) => ({
      ...line,
      base: amount(BigInt(baseMinor)),
      amount: amount(BigInt(amountMinor)),
    })),
  };
}
