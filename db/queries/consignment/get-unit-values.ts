import 'server-only';
import { and, asc, eq } from 'drizzle-orm';
import { db } from '@/db/connection';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { items } from '@/db/schema';
import type { ValueBand } from '@/lib/assessment/facts';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { divideRounded, parseDecimal } from '@/lib/kernel/decimal';
import { narrowestBand } from '@/lib/risk/value-band-keys';
import { type BandPlace, type Histogram, placeIn } from '@/lib/risk/value-spread';
import { findScoped } from './find-scoped';
import type { RowKey } from './load-goods';
import { loadValueBands } from './load-value-bands';

/** Items compared at most; a consignment of more is compared by its first. */
export const COMPARED_MAX = 50;

export type UnitValue = {
  readonly itemNumber: number;
  readonly description: string;
  /** Declared value a piece in minor units of the administration's currency; null without a quantity. */
  readonly unitMinor: bigint | null;
  readonly band: (ValueBand & { readonly histogram: Histogram; readonly computedAt: Date }) | null;
  /** Null where either is missing. */
  readonly place: BandPlace | null;
};

export type UnitValues = {
  readonly currency: string;
  readonly minorDigits: number;
  readonly items: readonly UnitValue[];
  /** Items beyond those compared. */
  readonly more: number;
};

/**
 * What a piece of each goods item is declared at, beside the narrowest reference band that is known well enough by now. The assessment
 * keeps the band of its own day in its reasons. @throws NotFoundError for a foreign consignment too
 */
export async function getUnitValues(actor: Actor, consignmentId: string, at = new Date()): Promise<UnitValues> {
  authorise(actor, 'consignment.read');
  const { clearance } = await findScoped(actor, consignmentId);
  return unitValuesOf(clearance, at);
}

/** The same of a consignment that was found already; whoever calls has authorised. */
export async function unitValuesOf({ consignmentId, receivedOn }: RowKey, at: Date): Promise<UnitValues> {
  const [policy, goods] = await Promise.all([
    policyInForce(db(), dayOf(at)),
    db()
      .select()
      .from(items)
      .where(and(eq(items.consignmentId, consignmentId), eq(items.receivedOn, receivedOn)))
      .orderBy(asc(items.itemNumber)),
  ]);
  const compared = goods.slice(0, COMPARED_MAX);
  const bands = await loadValueBands(db(), compared);
  return {
    currency: policy.currency,
    minorDigits: policy.minorDigits,
    more: goods.length - compared.length,
    items: compared.map((item) => {
      const unitMinor = unitOf(item);
      const band = narrowestBand(bands, item, policy.indicators.undervaluation.minCount);
      const { itemNumber, description } = item;
      return {
        itemNumber,
        description,
        unitMinor,
        band,
        place: band && unitMinor !== null ? placeIn(band, unitMinor) : null,
      };
    }),
  };
}

function unitOf({ quantity, valueMinor }: typeof items.$inferSelect): bigint | null {
  const pieces = quantity === null ? null : parseDecimal(quantity);
  return pieces && pieces.digits > 0n
    ? divideRounded(valueMinor * 10n ** BigInt(pieces.scale), pieces.digits, 'halfUp')
    : null;
}
