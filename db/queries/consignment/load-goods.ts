import 'server-only';
import { and, asc, desc, eq } from 'drizzle-orm';
import { db } from '@/db/connection';
import { assessments, items } from '@/db/schema';
import { type Amount, amountIn } from '@/lib/clearance/amount';
import { suggestHeading } from '@/lib/consignment/suggest-heading';
import type { Policy } from '@/lib/policy/policy';
import type { AssessmentDetail, ItemDetail } from './consignment-detail';

/** A consignment by the key its rows hang on. */
export type RowKey = { readonly consignmentId: string; readonly receivedOn: string };
type InMinor = (minor: bigint) => Amount;

/** Goods items of the version in force with what they are worth and owe. */
export async function loadItems(key: RowKey, amount: InMinor, policy: Policy): Promise<ItemDetail[]> {
  const rows = await db()
    .select()
    .from(items)
    .where(and(eq(items.consignmentId, key.consignmentId), eq(items.receivedOn, key.receivedOn)))
    .orderBy(asc(items.itemNumber));
  return rows.map((item) => ({
    itemNumber: item.itemNumber,
    description: item.description,
    commodityCode: item.commodityCode,
    originCountry: item.originCountry,
    quantity: item.quantity,
    netMassKg: item.netMassKg,
    declaredValue: { amount: item.value, currency: item.currency },
    value: amount(item.valueMinor),
    duty: amount(item.dutyMinor),
    vat: amount(item.vatMinor),
    listingUrl: item.listingUrl,
    suggestion: item.commodityCode === null ? suggestHeading(item.description, policy) : null,
  }));
}

/** Every assessment, newest version first, indicators strongest first. */
export async function loadAssessments(key: RowKey, minorDigits: number): Promise<AssessmentDetail[]> {
  const rows = await db()
    .select()
    .from(assessments)
    .where(and(eq(assessments.consignmentId, key.consignmentId), eq(assessments.receivedOn, key.receivedOn)))
    .orderBy(desc(assessments.version));
  return rows.map((row) => {
    const amount = amountIn(row.currency, minorDigits);
    return {
      version: row.version,
      assessedAt: row.assessedAt.toISOString(),
      policyVersion: row.policyVersion,
      engineVersion: row.engineVersion,
      score: row.score,
      lane: row.lane,
      selectionReason: row.selectionReason,
      randomProbability: row.randomProbability,
      releaseCategory: row.releaseCategory,
      indicators: [...row.indicators].sort((a, b) => b.points - a.points),
      intrinsicValue: amount(row.intrinsicValueMinor),
      customsValue: amount(row.customsValueMinor),
      duty: amount(row.dutyMinor),
      vat: amount(row.vatMinor),
      chargeLines: row.chargeLines.map(({ baseMinor, amountMinor, ...line }) => ({
        ...line,
        base: amount(BigInt(baseMinor)),
        amount: amount(BigInt(amountMinor)),
      })),
    };
  });
}
