import { asc, eq } from 'drizzle-orm';
import { db } from '@/db/connection';
import { items } from '@/db/schema';
import type { DemoTruth } from '@/lib/demo/types';
import { decimal, formatScaled, toScaled } from '@/lib/kernel/decimal';

export type Correction = {
  itemNumber: number;
  field: 'value' | 'quantity' | 'commodity_code' | 'description';
  corrected: string;
};

/** The field a finding cannot do without: see lib/clearance/results.ts. */
const PROOF: Partial<Record<DemoTruth['outcome'], Correction['field']>> = {
  undervalued: 'value',
  misclassified: 'commodity_code',
  misdescribed: 'description',
  quantity: 'quantity',
};

/** Whether what was found differs from what is declared: the sender may have mended the data in the meantime. */
export function isProved(truth: DemoTruth, corrections: readonly Correction[]): boolean {
  const field = PROOF[truth.outcome];
  return field === undefined || corrections.some((correction) => correction.field === field);
}

/** What an officer enters beside the declared values when the truth comes to light; equal values are no correction. */
export async function correctionsOf(consignmentId: string, truth: DemoTruth): Promise<Correction[]> {
  const lines = await db()
    .select()
    .from(items)
    .where(eq(items.consignmentId, consignmentId))
    .orderBy(asc(items.itemNumber));
  const corrections: Correction[] = [];
  for (const item of lines) {
    const unit = truth.trueUnitValues?.[String(item.itemNumber)];
    if (!unit) continue;
    const [price, quantity] = [decimal(unit), decimal(item.quantity ?? '1')];
    const corrected = formatScaled(price.digits * quantity.digits, price.scale + quantity.scale);
    // The sender may have mended the value beyond the true one: such goods are not undervalued.
    const differs = truth.outcome === 'undervalued' ? isHigher : (a: string, b: string) => !isEqual(a, b);
    if (differs(corrected, item.value)) corrections.push({ itemNumber: item.itemNumber, field: 'value', corrected });
  }
  const first = lines[0];
  if (!first) return corrections;
  const { itemNumber } = first;
  const { trueDescription, trueCommodityCode } = truth;
  if (trueDescription && trueDescription !== first.description) {
    corrections.push({ itemNumber, field: 'description', corrected: trueDescription });
  }
  if (trueCommodityCode && trueCommodityCode !== first.commodityCode) {
    corrections.push({ itemNumber, field: 'commodity_code', corrected: trueCommodityCode });
  }
  if (truth.outcome === 'quantity') {
    const declared = decimal(first.quantity ?? '1');
    const corrected = formatScaled(declared.digits * 2n, declared.scale);
    corrections.push({ itemNumber, field: 'quantity', corrected });
  }
  return corrections;
}

const PLACES = 9;
const isHigher = (a: string, b: string) =>
  toScaled(decimal(a), PLACES, 'halfUp') > toScaled(decimal(b), PLACES, 'halfUp');
const isEqual = (a: string, b: string) =>
  toScaled(decimal(a), PLACES, 'halfUp') === toScaled(decimal(b), PLACES, 'halfUp');
